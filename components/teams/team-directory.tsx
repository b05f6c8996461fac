import { EmptyState } from "#components/layout/empty-state";
import { ListColumns } from "#components/layout/list-columns";
import { TeamFacetLists } from "#components/teams/team-facets";
import { TeamList } from "#components/teams/team-list";
import { TeamOrder } from "#components/teams/team-order";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import { SearchForm } from "#components/ui/search-form";
import { addressWith } from "#lib/address-values";
import type { TeamDirectory as Directory } from "#lib/teams/browse-queries";

/** The teams: a search, the ways to narrow them, and those that are left. */
export function TeamDirectory({ directory, canCreate }: { directory: Directory; canCreate: boolean }) {
  const { filter, facets, teams, problems } = directory;
  const { cursor, query, ...kept } = filter;
  const chosenCount = [filter.kind, filter.gap].filter(Boolean).length;
  return (
    <>
      <SearchForm
        action="/teams"
        label="Search teams"
        defaultValue={query}
        keep={Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, String(value)]))}
        className="mb-4"
      />
      {problems.length > 0 && (
        <Notice tone="warn" title="Part of this address was not understood." className="mb-4">
          {problems.join(" ")}
        </Notice>
      )}
      <ListColumns facets={<TeamFacetLists filter={filter} facets={facets} />} chosenCount={chosenCount}>
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p role="status" className="text-ink-faint text-small tabular-nums">
            {facets.total.toLocaleString("en")} {facets.total === 1 ? "team" : "teams"}
          </p>
          <TeamOrder filter={filter} />
        </div>
        {teams.items.length > 0 ? (
          <TeamList teams={teams.items} />
        ) : (
          <EmptyTeams directory={directory} canCreate={canCreate} />
        )}
        {(teams.nextCursor || cursor) && (
          <div className="mt-4">
            <Pagination
              label="Parts of the list"
              summary={cursor && <Link href={addressWith("/teams", { ...kept, query })}>Back to the beginning</Link>}
              nextHref={
                teams.nextCursor ? addressWith("/teams", { ...kept, query, cursor: teams.nextCursor }) : undefined
              }
            />
          </div>
        )}
      </ListColumns>
    </>
  );
}

function EmptyTeams({ directory: { filter }, canCreate }: { directory: Directory; canCreate: boolean }) {
  const isNarrowed = filter.query || filter.kind || filter.gap || filter.retired;
  if (isNarrowed) {
    return (
      <EmptyState title="No team matches all of this" action={<ButtonLink href="/teams">All teams</ButtonLink>}>
        Leave something out, or look for another part of the name.
      </EmptyState>
    );
  }
  if (filter.mine) {
    return (
      <EmptyState title="You are in no team" action={<ButtonLink href="/teams">All teams</ButtonLink>}>
        A lead of a team, or an administrator, can add you on the team's page.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="There are no teams yet"
      action={canCreate && <ButtonLink href="/teams/new">New team</ButtonLink>}
    >
      Teams own services. They come with imported descriptors, or an administrator creates them here.
    </EmptyState>
  );
}
