import { TabLinks } from "#components/ui/tab-links";
import { addressWith } from "#lib/address-values";
import type { DocumentFilter } from "#lib/documents/filter";

/** All documents, those of the reader's teams, and those that were taken out of use. */
export function DocumentTabs({ filter }: { filter: DocumentFilter }) {
  const rest = { ...filter, cursor: undefined, mine: undefined, retired: undefined };
  return (
    <TabLinks
      label="Documents"
      tabs={[
        { label: "All", href: addressWith("/documents", rest), isCurrent: !filter.mine && !filter.retired },
        { label: "Yours", href: addressWith("/documents", { ...rest, mine: true }), isCurrent: filter.mine === true },
        {
          label: "Retired",
          href: addressWith("/documents", { ...rest, retired: true }),
          isCurrent: filter.retired === true,
        },
        { label: "Alert rules", href: "/documents/alert-rules", isCurrent: false },
      ]}
    />
  );
}
