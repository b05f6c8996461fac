"use client";

import { type ChangeEvent, useState } from "react";
import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { Textarea } from "#components/ui/textarea";
import { draftImportAction } from "#lib/imports/actions";
import { mostUploadBytes } from "#lib/imports/inputs";

/** Takes descriptors as files or as text, and leads to what they would change. */
export function ImportForm() {
  return (
    <Form action={draftImportAction}>
      <DescriptorFiles />
      <Field label="Or paste descriptors" name="text" isOptional>
        <Textarea rows={6} spellCheck={false} className="font-mono text-small" placeholder={example} />
      </Field>
      <Field
        label="Source"
        name="source"
        hint="Where they come from. Use the same name each time: it is what pruning goes by."
        isRequired
      >
        <Input autoComplete="off" maxLength={300} defaultValue="uploads" />
      </Field>
      <Checkbox
        name="prune"
        label="Retire what this source had before and no longer has"
        hint="What was made by hand, and what comes from other sources, is never touched."
      />
      <FormActions>
        <Button type="submit" variant="primary">
          See what would change
        </Button>
        <span className="text-ink-faint text-small">Nothing is written yet.</span>
      </FormActions>
    </Form>
  );
}

/** A server refuses a body that is too large before it can say anything helpful, so the size is told here. */
function DescriptorFiles() {
  const [isTooLarge, setTooLarge] = useState(false);
  const measure = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const bytes = [...(currentTarget.files ?? [])].reduce((sum, { size }) => sum + size, 0);
    setTooLarge(bytes > mostUploadBytes);
    if (bytes > mostUploadBytes) currentTarget.value = "";
  };
  return (
    <Field label="Files" name="files" hint="YAML or JSON, altogether at most 32 MiB.">
      <Input
        type="file"
        name="files[]"
        multiple
        accept=".yaml,.yml,.json,application/yaml,application/json,text/yaml"
        onChange={measure}
        className="h-auto bg-sheet! py-1.5 file:mr-3 file:rounded-control file:border file:border-line-strong file:border-solid file:bg-sheet file:px-2.5 file:py-1 file:text-small"
      />
      {isTooLarge && (
        <p role="alert" className="font-medium text-port text-small">
          These files have more than 32 MiB together and were not taken. Choose fewer, or use the import command.
        </p>
      )}
    </Field>
  );
}

const example = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout
spec:
  type: service
  owner: shop-front`;
