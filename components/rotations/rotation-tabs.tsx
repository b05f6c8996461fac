import { TabLinks } from "#components/ui/tab-links";
import { addressWith } from "#lib/address-values";
import type { RotationFilter } from "#lib/rotations/filter";

/** All rotations, those of the reader's teams, and those that are no more. */
export function RotationTabs({ filter }: { filter: RotationFilter }) {
  const rest = { ...filter, cursor: undefined, mine: undefined, retired: undefined };
  return (
    <TabLinks
      label="Rotations"
      tabs={[
        { label: "All", href: addressWith("/rotations", rest), isCurrent: !filter.mine && !filter.retired },
        { label: "Yours", href: addressWith("/rotations", { ...rest, mine: true }), isCurrent: filter.mine === true },
        {
          label: "Retired",
          href: addressWith("/rotations", { ...rest, retired: true }),
          isCurrent: filter.retired === true,
        },
      ]}
    />
  );
}
