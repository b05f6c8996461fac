import { EmptyState } from "#components/layout/empty-state";
import { PersonList } from "#components/people/person-list";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import { SearchForm } from "#components/ui/search-form";
import { addressWith } from "#lib/address-values";
import type { PersonDirectory as Directory } from "#lib/people/browse-queries";

type PersonDirectoryProps = { directory: Directory; canCreate: boolean; now: string };

/** The people: a search, the team that narrows it, and those who are left. */
export function PersonDirectory({ directory, canCreate, now }: PersonDirectoryProps) {
  const { filter, counts, people, problems } = directory;
  const { cursor, ...kept } = filter;
  const count = filter.status === "deactivated" ? counts.deactivated : counts.active;
  return (
    <>
      <SearchForm
        action="/people"
        label="Search people by name or e-mail"
        defaultValue={filter.query}
        keep={{ team: filter.team, status: filter.status }}
        className="mb-4"
      />
      {problems.length > 0 && (
        <Notice tone="warn" title="Part of this address was not understood." className="mb-4">
          {problems.join(" ")}
        </Notice>
      )}
      <div role="status" className="mb-2 flex flex-wrap gap-x-4 text-ink-faint text-small tabular-nums">
        {count.toLocaleString("en")} {count === 1 ? "person" : "people"}
        {filter.team && (
          <span>
            in {counts.team?.name ?? filter.team}{" "}
            <Link href={addressWith("/people", { ...kept, team: undefined })}>show everybody</Link>
          </span>
        )}
      </div>
      {people.items.length > 0 ? (
        <PersonList people={people.items} now={now} />
      ) : (
        <NoPeople filter={filter} canCreate={canCreate} />
      )}
      {(people.nextCursor || cursor) && (
        <div className="mt-4">
          <Pagination
            label="Parts of the list"
            summary={cursor && <Link href={addressWith("/people", kept)}>Back to the beginning</Link>}
            nextHref={people.nextCursor ? addressWith("/people", { ...kept, cursor: people.nextCursor }) : undefined}
          />
        </div>
      )}
    </>
  );
}

function NoPeople({ filter, canCreate }: { filter: Directory["filter"]; canCreate: boolean }) {
  const add = canCreate && <ButtonLink href="/people/new">Add person</ButtonLink>;
  if (filter.query || filter.team) {
    return (
      <EmptyState
        title="Nobody matches all of this"
        action={
          <>
            <ButtonLink href="/people">Everybody</ButtonLink>
            {add}
          </>
        }
      >
        Try another part of the name, or the beginning of the e-mail address.
      </EmptyState>
    );
  }
  return filter.status === "deactivated" ? (
    <EmptyState title="Nobody is deactivated">Whoever leaves is deactivated on their page.</EmptyState>
  ) : (
    <EmptyState title="There is nobody yet" action={add}>
      People come with imported descriptors, with their first sign-in, or by hand.
    </EmptyState>
  );
}
