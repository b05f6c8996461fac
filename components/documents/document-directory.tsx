import { DocumentFacets } from "#components/documents/document-facets";
import { DocumentTable } from "#components/documents/document-table";
import { EmptyState } from "#components/layout/empty-state";
import { ListColumns } from "#components/layout/list-columns";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import { SearchForm } from "#components/ui/search-form";
import { addressWith } from "#lib/address-values";
import type { DocumentDirectory as Directory } from "#lib/documents/browse-queries";

type DocumentDirectoryProps = { directory: Directory; timeZone: string };

/** The documents: a search, the ways to narrow them, and those that are left, lately changed first. */
export function DocumentDirectory({ directory, timeZone }: DocumentDirectoryProps) {
  const { filter, documents, teams, problems } = directory;
  const { cursor, query, ...kept } = filter;
  const chosenCount = [filter.kind, filter.state, filter.team, filter.service].filter(Boolean).length;
  const next = documents.nextCursor && addressWith("/documents", { ...filter, cursor: documents.nextCursor });
  return (
    <>
      <SearchForm
        action="/documents"
        label="Search the titles"
        defaultValue={query}
        keep={Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, String(value)]))}
        className="mb-4"
      />
      {problems.length > 0 && (
        <Notice tone="warn" title="Part of this address was not understood." className="mb-4">
          {problems.join(" ")}
        </Notice>
      )}
      <ListColumns facets={<DocumentFacets filter={filter} teams={teams} />} chosenCount={chosenCount}>
        {documents.items.length > 0 ? (
          <DocumentTable
            caption="Documents, lately changed first"
            documents={documents.items}
            timeZone={timeZone}
            isServiceShown
            isKindShown
          />
        ) : (
          <NothingHere filter={filter} hasMore={documents.nextCursor !== null} />
        )}
        {(next || cursor) && (
          <div className="mt-4">
            <Pagination
              label="Parts of the list"
              summary={
                cursor && <Link href={addressWith("/documents", { ...kept, query })}>Back to the beginning</Link>
              }
              nextHref={next || undefined}
            />
          </div>
        )}
      </ListColumns>
    </>
  );
}

function NothingHere({ filter, hasMore }: Pick<Directory, "filter"> & { hasMore: boolean }) {
  const all = <ButtonLink href="/documents">All documents</ButtonLink>;
  if (hasMore)
    return <EmptyState title="None so far">Not every document was looked at yet: go on with “Next”.</EmptyState>;
  if (filter.query || filter.kind || filter.state || filter.team || filter.service) {
    return (
      <EmptyState title="No document matches all of this" action={all}>
        Leave something out, or search for other words: <Link href="/search">the search</Link> looks into the texts too.
      </EmptyState>
    );
  }
  if (filter.retired)
    return (
      <EmptyState title="No document was retired" action={all}>
        What is taken out of use is kept here with its history.
      </EmptyState>
    );
  if (filter.mine) {
    return (
      <EmptyState title="Nothing is written about your services yet" action={all}>
        Open one of <Link href="/services?mine=true">your services</Link> and write the first runbook: what would you
        tell whoever is woken for it?
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is written yet" action={<ButtonLink href="/services">Choose a service</ButtonLink>}>
      Runbooks and architecture notes belong to a service. Open one that is yours and write the first.
    </EmptyState>
  );
}
