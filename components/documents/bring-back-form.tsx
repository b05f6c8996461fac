"use client";

import { type DocumentPlace, OneDocumentFields } from "#components/documents/one-document";
import { ConfirmForm } from "#components/ui/confirm-form";
import { bringBackRevisionAction } from "#lib/documents/actions";

type BringBackFormProps = { document: DocumentPlace; revision: number };

/** Makes an older revision the present text again. */
export function BringBackForm({ document, revision }: BringBackFormProps) {
  return (
    <ConfirmForm
      action={bringBackRevisionAction}
      label="Bring this back"
      confirmLabel="Bring it back"
      title={`Bring revision ${revision} back?`}
      variant="plain"
    >
      <OneDocumentFields document={document} />
      <input type="hidden" name="revision" value={revision} />
      It becomes the present text, as a revision of its own. What stands there now stays in the history.
    </ConfirmForm>
  );
}
