import { notFound } from "next/navigation";
import { DocumentTaskHeader } from "#components/documents/document-header";
import { EditEditor, SuggestEditor } from "#components/documents/editor/editors";
import { NotYours } from "#components/documents/not-yours";
import { listRuleNames } from "#lib/documents/editor/name-queries";
import type { DocumentKind, DocumentView } from "#lib/documents/views";
import { type DocumentParams, loadDocument } from "../_documents/load-document";

type EditProps = { kind: DocumentKind; params: DocumentParams };

/** Changes what a document says. */
export async function EditDocument({ kind, params }: EditProps) {
  const { viewer, document } = await loadDocument(kind, params, "/edit");
  if (document.retiredAt) notFound();
  const knownAlerts = kind === "runbook" ? await listRuleNames(viewer, document.service.id) : [];
  return (
    <>
      <DocumentTaskHeader document={document} title={`Edit ${document.title}`} />
      {document.permissions.canEdit ? (
        <EditEditor
          {...{ kind, knownAlerts }}
          {...editorFacts(document)}
          person={viewer.personId ?? ""}
          timeZone={viewer.timeZone}
        />
      ) : (
        <NotYours document={document} />
      )}
    </>
  );
}

/** Proposes other words to the members of the service's teams. */
export async function SuggestEdit({ kind, params }: EditProps) {
  const { viewer, document } = await loadDocument(kind, params, "/suggest");
  if (document.retiredAt || !viewer.personId) notFound();
  return (
    <>
      <DocumentTaskHeader
        document={document}
        title={`Suggest an edit to ${document.title}`}
        lede="Write it as it should be. A member of the team looks at it and takes it over, with your name on it."
      />
      <SuggestEditor
        {...{ kind, knownAlerts: [] }}
        {...editorFacts(document)}
        person={viewer.personId}
        timeZone={viewer.timeZone}
      />
    </>
  );
}

const editorFacts = ({ id, slug, revision, service, title, alertNames, reviewIntervalDays, body }: DocumentView) => ({
  service: service.slug,
  document: { id, slug, revision },
  fields: {
    ...{ title, slug, summary: "", body },
    alertNames: alertNames.join("\n"),
    reviewIntervalDays: String(reviewIntervalDays),
  },
});
