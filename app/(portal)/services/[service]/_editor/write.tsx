import { kindWords } from "#components/documents/document-words";
import { WriteEditor } from "#components/documents/editor/editors";
import { PageHeader } from "#components/layout/page-header";
import { NotAllowed } from "#components/services/not-allowed";
import { listRuleNames } from "#lib/documents/editor/name-queries";
import { templateOf } from "#lib/documents/editor/templates";
import type { DocumentKind } from "#lib/documents/views";
import { loadService } from "../load-service";

type WriteProps = {
  kind: DocumentKind;
  params: Promise<{ service: string }>;
  /** The alert that a runbook is written for. */
  alertName?: string;
};

/** Writes the first revision of a document, from the template of its kind. */
export async function WriteDocument({ kind, params, alertName = "" }: WriteProps) {
  const { viewer, service } = await loadService(params, `/${kind}s/new`);
  const knownAlerts = kind === "runbook" ? await listRuleNames(viewer, service.id) : [];
  const way = [
    { href: "/services", label: "Services" },
    { href: `/services/${service.slug}`, label: service.name },
    { href: `/services/${service.slug}/documents`, label: "Documents" },
  ];
  return (
    <>
      <PageHeader breadcrumb={way} title={`New ${kindWords[kind].one}`} lede={ledes[kind]} />
      {service.permissions.canEdit ? (
        <WriteEditor
          {...{ kind, knownAlerts }}
          service={service.slug}
          fields={{
            ...{ title: alertName, slug: "", alertNames: alertName, reviewIntervalDays: "91", summary: "" },
            body: templateOf(kind),
          }}
          person={viewer.personId ?? ""}
          timeZone={viewer.timeZone}
        />
      ) : (
        <NotAllowed service={service} who="members of the service's delivery or ops team can write about it" />
      )}
    </>
  );
}

const ledes: Record<DocumentKind, string> = {
  runbook: "For somebody who was asleep a minute ago and has never seen this fail.",
  note: "For somebody who has to understand the service before changing it, or while it breaks.",
};
