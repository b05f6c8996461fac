"use client";

import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { renameServiceAction } from "#lib/services/actions";

/** Gives a service another name and address. */
export function RenameForm({ slug, name }: { slug: string; name: string }) {
  return (
    <Form action={renameServiceAction}>
      <input type="hidden" name="service" value={slug} />
      <Field label="Name" name="name" isRequired>
        <Input defaultValue={name} autoComplete="off" maxLength={120} />
      </Field>
      <Field
        label="Address"
        name="slug"
        hint="Lower-case letters and digits, with single hyphens or dots between them."
        isRequired
      >
        <Input defaultValue={slug} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <FormActions>
        <Button type="submit" variant="primary">
          Rename
        </Button>
        <ButtonLink href={`/services/${slug}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
