import { EmptyState } from "#components/layout/empty-state";
import { ListColumns } from "#components/layout/list-columns";
import { RotationList } from "#components/rotations/rotation-list";
import { ButtonLink } from "#components/ui/button-link";
import { FacetList } from "#components/ui/facet-list";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import { SearchForm } from "#components/ui/search-form";
import { addressWith } from "#lib/address-values";
import type { RotationDirectory as Directory } from "#lib/rotations/browse-queries";

type RotationDirectoryProps = { directory: Directory; canCreate: boolean; timeZone: string; now: string };

/** The rotations: a search, the teams that narrow them, and those that are left. */
export function RotationDirectory({ directory, canCreate, timeZone, now }: RotationDirectoryProps) {
  const { filter, rotations, teams, problems } = directory;
  const { cursor, query, ...kept } = filter;
  return (
    <>
      <SearchForm
        action="/rotations"
        label="Search rotations by name or team"
        defaultValue={query}
        keep={Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, String(value)]))}
        className="mb-4"
      />
      {problems.length > 0 && (
        <Notice tone="warn" title="Part of this address was not understood." className="mb-4">
          {problems.join(" ")}
        </Notice>
      )}
      <ListColumns facets={<Teams filter={filter} teams={teams} />} chosenCount={filter.team ? 1 : 0}>
        {rotations.items.length > 0 ? (
          <RotationList rotations={rotations.items} areRetired={filter.retired} timeZone={timeZone} now={now} />
        ) : (
          <NoRotations filter={filter} canCreate={canCreate} />
        )}
        {(rotations.nextCursor || cursor) && (
          <div className="mt-4">
            <Pagination
              label="Parts of the list"
              summary={
                cursor && <Link href={addressWith("/rotations", { ...kept, query })}>Back to the beginning</Link>
              }
              nextHref={
                rotations.nextCursor
                  ? addressWith("/rotations", { ...kept, query, cursor: rotations.nextCursor })
                  : undefined
              }
            />
          </div>
        )}
      </ListColumns>
    </>
  );
}

function Teams({ filter, teams }: Pick<Directory, "filter" | "teams">) {
  const options = teams.map(({ slug, name, count }) => {
    const isCurrent = filter.team === slug;
    const href = addressWith("/rotations", { ...filter, cursor: undefined, team: isCurrent ? undefined : slug });
    return { label: name, count, href, isCurrent };
  });
  return options.length > 0 ? <FacetList title="Team" options={options} /> : null;
}

function NoRotations({ filter, canCreate }: { filter: Directory["filter"]; canCreate: boolean }) {
  const create = canCreate && <ButtonLink href="/rotations/new">New rotation</ButtonLink>;
  const all = <ButtonLink href="/rotations">All rotations</ButtonLink>;
  if (filter.query || filter.team) {
    return (
      <EmptyState title="No rotation matches all of this" action={all}>
        Leave something out, or look for another part of the name. A team’s name finds its rotations too.
      </EmptyState>
    );
  }
  if (filter.retired) return <EmptyState title="No rotation is retired" action={all} />;
  if (filter.mine) {
    return (
      <EmptyState
        title="Your teams have no rotation yet"
        action={
          <>
            {create}
            {all}
          </>
        }
      >
        A lead of the team sets one up: who takes turns, and when the watch passes on.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nobody stands watch yet" action={create}>
      A rotation says who stands watch when. The lead of a team sets it up, and the team’s services are paged through
      it.
    </EmptyState>
  );
}
