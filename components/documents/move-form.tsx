"use client";

import { type DocumentPlace, OneDocumentFields } from "#components/documents/one-document";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { moveDocumentAction } from "#lib/documents/actions";
import { documentUrl } from "#lib/documents/addresses";

/** Gives a document another title and address. */
export function MoveForm({ document }: { document: DocumentPlace & { title: string } }) {
  return (
    <Form action={moveDocumentAction}>
      <OneDocumentFields document={document} />
      <Field label="Title" name="title" isRequired>
        <Input defaultValue={document.title} autoComplete="off" maxLength={200} />
      </Field>
      <Field
        label="Address"
        name="toSlug"
        hint="Lower-case letters and digits, with single hyphens or dots between them."
        isRequired
      >
        <Input defaultValue={document.slug} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <FormActions>
        <Button type="submit" variant="primary">
          Save
        </Button>
        <ButtonLink href={documentUrl(document)} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
