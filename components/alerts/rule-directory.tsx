import { RuleTable } from "#components/alerts/rule-table";
import { EmptyState } from "#components/layout/empty-state";
import { Link } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import { SearchForm } from "#components/ui/search-form";
import { TabLinks } from "#components/ui/tab-links";
import { addressWith } from "#lib/address-values";
import type { RuleFilter, RuleWay } from "#lib/alerts/rules/filter";
import type { RuleItem } from "#lib/alerts/rules/queries";
import type { Part } from "#lib/cursor";

const home = "/documents/alert-rules";

type RuleDirectoryProps = { filter: RuleFilter; rules: Part<RuleItem>; counts: Record<RuleWay, number> };

/** The alert rules, narrowed by where they lead, by name and by service. */
export function RuleDirectory({ filter, rules, counts }: RuleDirectoryProps) {
  const { cursor, query, ...kept } = filter;
  const total = counts.here + counts.outside + counts.none;
  const way = (label: string, value: RuleWay | undefined, count: number) => ({
    label,
    count: count.toLocaleString("en"),
    href: addressWith(home, { ...kept, query, way: value }),
    isCurrent: filter.way === value,
  });
  return (
    <>
      <TabLinks
        label="Where they lead"
        tabs={[
          way("All", undefined, total),
          way("Runbook here", "here", counts.here),
          way("Only a link outside", "outside", counts.outside),
          way("None", "none", counts.none),
        ]}
      />
      <SearchForm
        action={home}
        label="Search the names"
        defaultValue={query}
        keep={Object.fromEntries(
          Object.entries(kept).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
        )}
        className="my-4"
      />
      {rules.items.length > 0 ? (
        <RuleTable rules={rules.items} />
      ) : (
        <EmptyState title={total === 0 ? "No alert rules are known yet." : "No alert rule is like that."}>
          {total === 0
            ? "Load Prometheus rule files with the import: each alert in them is listed here with its runbook, or without one."
            : "Choose another tab, or search for less."}
        </EmptyState>
      )}
      {(rules.nextCursor || cursor) && (
        <div className="mt-4">
          <Pagination
            label="Parts of the list"
            summary={cursor && <Link href={addressWith(home, { ...kept, query })}>Back to the beginning</Link>}
            nextHref={rules.nextCursor ? addressWith(home, { ...filter, cursor: rules.nextCursor }) : undefined}
          />
        </div>
      )}
    </>
  );
}
