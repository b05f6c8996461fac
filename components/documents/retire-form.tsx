"use client";

import { type DocumentPlace, OneDocumentFields } from "#components/documents/one-document";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { restoreDocumentAction, retireDocumentAction } from "#lib/documents/actions";
import { documentUrl } from "#lib/documents/addresses";

/** Takes a document out of use, or brings it back. */
export function RetireForm({ document, isRetired }: { document: DocumentPlace; isRetired: boolean }) {
  return (
    <Form action={isRetired ? restoreDocumentAction : retireDocumentAction}>
      <OneDocumentFields document={document} />
      <FormActions>
        <Button type="submit" variant={isRetired ? "primary" : "danger"}>
          {isRetired ? "Bring it back" : "Retire it"}
        </Button>
        <ButtonLink href={documentUrl(document)} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
