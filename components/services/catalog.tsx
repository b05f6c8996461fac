import { ListColumns } from "#components/layout/list-columns";
import { CatalogChosen } from "#components/services/catalog-chosen";
import { CatalogEmpty } from "#components/services/catalog-empty";
import { CatalogFacets } from "#components/services/catalog-facets";
import { CatalogList } from "#components/services/catalog-list";
import { CatalogOrder } from "#components/services/catalog-order";
import { CatalogSearch } from "#components/services/catalog-search";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import type { Catalog as CatalogView } from "#lib/services/browse-queries";
import { catalogAddress, nextAddress } from "#lib/services/catalog-address";
import type { ServiceFilter } from "#lib/services/filter";

type CatalogProps = { catalog: CatalogView; canCreate: boolean; canImport: boolean };

/** The catalog: a search, the ways to narrow it, and the services that are left. */
export function Catalog({ catalog, canCreate, canImport }: CatalogProps) {
  const { filter, facets, services, chosen, problems } = catalog;
  const narrowing = chosen.filter(({ key }) => key !== "query" && !isTab(key));
  return (
    <>
      <div className="mb-4">
        <CatalogSearch filter={filter} keep={keptBy(filter)} />
      </div>
      {problems.length > 0 && (
        <Notice tone="warn" title="Part of this address was not understood." className="mb-4">
          {problems.join(" ")}
        </Notice>
      )}
      <ListColumns facets={<CatalogFacets filter={filter} facets={facets} />} chosenCount={narrowing.length}>
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p role="status" className="text-ink-faint text-small tabular-nums">
            {countWords(facets.total)}
          </p>
          <CatalogOrder filter={filter} />
          {narrowing.length > 0 && (
            <div className="w-full">
              <CatalogChosen filter={filter} chosen={narrowing} />
            </div>
          )}
        </div>
        {services.items.length > 0 ? (
          <CatalogList services={services.items} />
        ) : (
          <CatalogEmpty catalog={catalog} canCreate={canCreate} canImport={canImport} />
        )}
        <Parts filter={filter} nextCursor={services.nextCursor} />
      </ListColumns>
    </>
  );
}

function Parts({ filter, nextCursor }: { filter: ServiceFilter; nextCursor: string | null }) {
  if (!nextCursor && !filter.cursor) return null;
  return (
    <div className="mt-4">
      <Pagination
        label="Parts of the catalog"
        summary={filter.cursor ? <Link href={catalogAddress(filter)}>Back to the beginning</Link> : undefined}
        nextHref={nextCursor ? nextAddress(filter, nextCursor) : undefined}
      />
    </div>
  );
}

const isTab = (key: string) => key === "mine" || key === "starred" || key === "retired";
const countWords = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "service" : "services"}`;

function keptBy(filter: ServiceFilter): [string, string][] {
  const address = catalogAddress({ ...filter, query: undefined });
  return [...new URLSearchParams(address.split("?")[1] ?? "")];
}
