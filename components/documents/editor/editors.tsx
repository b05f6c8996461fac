"use client";

import { DocumentEditor, type DocumentEditorProps } from "#components/documents/editor/document-editor";
import { saveDocumentAction, writeDocumentAction } from "#lib/documents/actions";
import { documentUrl } from "#lib/documents/addresses";
import { makeSuggestionAction } from "#lib/documents/suggestions/suggestion-actions";

type Facts = Omit<DocumentEditorProps, "purpose" | "action" | "saveLabel" | "back" | "document">;
type FactsOfDocument = Facts & { document: NonNullable<DocumentEditorProps["document"]> };

/** Writes a document that is not there yet. */
export function WriteEditor(props: Facts) {
  return (
    <DocumentEditor
      {...props}
      purpose="write"
      document={null}
      action={writeDocumentAction}
      saveLabel={props.kind === "runbook" ? "Save runbook" : "Save note"}
      back={`/services/${props.service}/documents`}
    />
  );
}

/** Changes a document. */
export function EditEditor(props: FactsOfDocument) {
  return (
    <DocumentEditor {...props} purpose="edit" action={saveDocumentAction} saveLabel="Save" back={addressOf(props)} />
  );
}

/** Proposes other words for a document. */
export function SuggestEditor(props: FactsOfDocument) {
  return (
    <DocumentEditor
      {...props}
      purpose="suggest"
      action={makeSuggestionAction}
      saveLabel="Suggest"
      back={addressOf(props)}
    />
  );
}

const addressOf = ({ kind, service, document: { slug } }: FactsOfDocument) =>
  documentUrl({ kind, slug, service: { slug: service } });
