"use client";

import { type DocumentPlace, OneDocumentFields } from "#components/documents/one-document";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { restoreDocumentAction, retireDocumentAction } from "#lib/documents/actions";

/** Takes back that a document was retired, or brought back. */
export function RetireUndo({ document, isRetired }: { document: DocumentPlace; isRetired: boolean }) {
  return (
    <Form action={isRetired ? restoreDocumentAction : retireDocumentAction}>
      <OneDocumentFields document={document} />
      <Button type="submit" size="small">
        Undo
      </Button>
    </Form>
  );
}
