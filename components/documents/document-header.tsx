import type { ReactNode } from "react";
import { AlertNames } from "#components/documents/alert-names";
import { DocumentActions } from "#components/documents/document-actions";
import { kindWords } from "#components/documents/document-words";
import { PageHeader } from "#components/layout/page-header";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { TabLinks } from "#components/ui/tab-links";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentView } from "#lib/documents/views";

/** The head of the pages of a document: what it is, whose, and what may be done with it. */
export function DocumentHeader({ document, timeZone }: { document: DocumentView; timeZone: string }) {
  const { kind, title, service } = document;
  const alertNames = document.alertNames.filter((name) => name !== title);
  const address = documentUrl(document);
  return (
    <>
      <PageHeader
        breadcrumb={wayTo(document)}
        title={title}
        facts={kindWords[kind].one}
        lede={alertNames.length > 0 && <AlertNames names={alertNames} />}
        actions={<DocumentActions document={document} />}
        tabs={
          <div data-screen-only="">
            <TabLinks
              label={title}
              tabs={[
                { href: address, label: "Read" },
                { href: `${address}/history`, label: "History", count: document.revision },
              ]}
            />
          </div>
        }
      />
      <Rests document={document} timeZone={timeZone} />
      {service.isRetired && !document.retiredAt && (
        <Notice tone="warn" title={`${service.name} is retired.`} className="mb-5">
          What is written of it rests with it, and is found in no search.
        </Notice>
      )}
    </>
  );
}

/** The way back up from a document, and from the pages on which one thing is done to it. */
export function wayTo({ service }: Pick<DocumentView, "service">) {
  return [
    { href: "/services", label: "Services" },
    { href: `/services/${service.slug}`, label: service.name },
    { href: `/services/${service.slug}/documents`, label: "Documents" },
  ];
}

/** The head of a page on which one thing is done to a document. */
export function DocumentTaskHeader(props: { document: DocumentView; title: string; lede?: ReactNode }) {
  const { document, title, lede } = props;
  const way = [...wayTo(document), { href: documentUrl(document), label: document.title }];
  return <PageHeader breadcrumb={way} title={title} lede={lede} />;
}

function Rests({ document, timeZone }: { document: DocumentView; timeZone: string }) {
  if (!document.retiredAt) return null;
  return (
    <Notice
      tone="warn"
      title="Retired."
      className="mb-5"
      action={document.permissions.canEdit && <Link href={`${documentUrl(document)}/retire`}>Bring it back</Link>}
    >
      It was taken out of use on <Instant at={document.retiredAt} timeZone={timeZone} style="day" />: do not rely on it.
    </Notice>
  );
}
