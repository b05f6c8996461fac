import { TabLinks } from "#components/ui/tab-links";
import { catalogAddress } from "#lib/services/catalog-address";
import type { ServiceFilter } from "#lib/services/filter";

/** Whose services, or which: one at a time; the search and the facets stay. */
export function CatalogTabs({ filter }: { filter: ServiceFilter }) {
  const rest = { ...filter, mine: undefined, starred: undefined, retired: undefined };
  const tabs = [
    { label: "All", is: !filter.mine && !filter.starred && !filter.retired, href: catalogAddress(rest) },
    { label: "Mine", is: filter.mine === true, href: catalogAddress({ ...rest, mine: true }) },
    { label: "Starred", is: filter.starred === true, href: catalogAddress({ ...rest, starred: true }) },
    { label: "Retired", is: filter.retired === true, href: catalogAddress({ ...rest, retired: true }) },
  ];
  return <TabLinks label="Services" tabs={tabs.map(({ label, href, is }) => ({ label, href, isCurrent: is }))} />;
}
