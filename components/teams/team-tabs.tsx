import { TabLinks } from "#components/ui/tab-links";
import { addressWith } from "#lib/address-values";
import type { TeamFilter } from "#lib/teams/filter";

/** All teams, the reader's own, and those that are no more. */
export function TeamTabs({ filter }: { filter: TeamFilter }) {
  const rest = { ...filter, cursor: undefined, mine: undefined, retired: undefined };
  return (
    <TabLinks
      label="Teams"
      tabs={[
        { label: "All", href: addressWith("/teams", rest), isCurrent: !filter.mine && !filter.retired },
        { label: "Yours", href: addressWith("/teams", { ...rest, mine: true }), isCurrent: filter.mine === true },
        {
          label: "Retired",
          href: addressWith("/teams", { ...rest, retired: true }),
          isCurrent: filter.retired === true,
        },
      ]}
    />
  );
}
