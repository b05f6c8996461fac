import { TabLinks } from "#components/ui/tab-links";
import { addressWith } from "#lib/address-values";
import type { PersonFilter } from "#lib/people/filter";
import type { PeopleCounts } from "#lib/people/list-queries";

/** Who is here, and who was. */
export function PersonTabs({ filter, counts }: { filter: PersonFilter; counts: PeopleCounts }) {
  const rest = { ...filter, cursor: undefined, status: undefined };
  const isGone = filter.status === "deactivated";
  return (
    <TabLinks
      label="People"
      tabs={[
        { label: "Active", href: addressWith("/people", rest), isCurrent: !isGone, count: counts.active },
        {
          label: "Deactivated",
          href: addressWith("/people", { ...rest, status: "deactivated" }),
          isCurrent: isGone,
          count: counts.deactivated,
        },
      ]}
    />
  );
}
