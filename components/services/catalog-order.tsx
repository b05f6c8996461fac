import { Link } from "#components/ui/link";
import { catalogAddress } from "#lib/services/catalog-address";
import type { ServiceFilter } from "#lib/services/filter";
import type { ServiceSort } from "#lib/services/inputs";

const names: Record<ServiceSort, string> = {
  relevance: "best match",
  name: "name",
  tier: "tier",
  changed: "last change",
};

/** The order of the list, as words to choose from. */
export function CatalogOrder({ filter }: { filter: ServiceFilter }) {
  const natural: ServiceSort = filter.query ? "relevance" : "name";
  const current = filter.sort === "relevance" && !filter.query ? "name" : (filter.sort ?? natural);
  const offered = (Object.keys(names) as ServiceSort[]).filter((sort) => sort !== "relevance" || filter.query);
  return (
    <p className="flex gap-x-3 text-ink-faint text-small" data-screen-only="">
      <span>by</span>
      {offered.map((sort) =>
        sort === current ? (
          <b key={sort} aria-current="true" className="text-ink-soft">
            {names[sort]}
          </b>
        ) : (
          <Link
            key={sort}
            href={catalogAddress({ ...filter, sort: sort === natural ? undefined : sort })}
            scroll={false}
            className="no-underline! touch:-my-2.5 touch:py-2.5"
          >
            {names[sort]}
          </Link>
        ),
      )}
    </p>
  );
}
