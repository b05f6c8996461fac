import { TabLinks } from "#components/ui/tab-links";
import { addressWith } from "#lib/address-values";
import type { AlertCounts } from "#lib/alerts/browse-queries";
import type { AlertFilter } from "#lib/alerts/filter";

/** Where alerts stand: open, held, without a service, over. What else narrows the list stays. */
export function AlertTabs({ filter, counts }: { filter: AlertFilter; counts: AlertCounts }) {
  const { mine, team, service, rule, held, unrouted, status } = filter;
  const tab = (label: string, where: Partial<AlertFilter>, isCurrent: boolean, count?: number) => ({
    label,
    href: addressWith("/alerts", { mine, team, service, rule, ...where }),
    isCurrent,
    ...(count !== undefined && { count: count.toLocaleString("en") }),
  });
  const isPlain = !held && !unrouted;
  return (
    <TabLinks
      label="Alerts"
      tabs={[
        tab("Open", {}, isPlain && status !== "resolved", counts.open),
        tab("Held", { held: true }, held === true, counts.held),
        tab("Unrouted", { unrouted: true }, !held && unrouted === true, counts.unrouted),
        tab("Resolved", { status: "resolved" }, isPlain && status === "resolved"),
      ]}
    />
  );
}
