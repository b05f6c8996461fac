import { PageHeader } from "#components/layout/page-header";
import { Instant } from "#components/ui/instant";
import { Notice } from "#components/ui/notice";
import { TabLinks } from "#components/ui/tab-links";
import { kindWords } from "#lib/services/entries";
import type { EntryView } from "#lib/services/entry-queries";
import { addressOf } from "#lib/services/graph";

/** The head of the pages of an entry. */
export function EntryHeader({ entry, timeZone }: { entry: EntryView; timeZone: string }) {
  const address = addressOf({ noun: entry.kind, slug: entry.slug });
  return (
    <>
      <PageHeader
        breadcrumb={[{ href: "/services", label: "Services" }]}
        title={entry.name}
        facts={[kindWords[entry.kind], entry.type, entry.lifecycle].filter(Boolean).join(" · ")}
        lede={entry.description}
        tabs={
          <TabLinks
            label={entry.name}
            tabs={[
              { href: address, label: "Overview" },
              { href: `${address}/history`, label: "History" },
            ]}
          />
        }
      />
      {entry.retiredAt && (
        <Notice tone="warn" title="Retired." className="mb-6">
          Its descriptor was gone on <Instant at={entry.retiredAt} timeZone={timeZone} style="day" />; its history
          stays.
        </Notice>
      )}
    </>
  );
}
