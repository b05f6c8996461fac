"use client";

import { use } from "react";
import { ImportOutcome } from "#components/documents/exchange/import-outcome";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { FormStateContext } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import { importArchiveAction } from "#lib/documents/exchange/exchange-actions";
import type { ImportedArchive } from "#lib/documents/exchange/outcome";

/** Takes an archive of Markdown files, says what it would change, and loads it as it was seen. */
export function ImportArchiveForm() {
  return (
    <Form action={importArchiveAction}>
      <Fields />
    </Form>
  );
}

function Fields() {
  const state = use(FormStateContext);
  const done = state.status === "done" ? (state.result as ImportedArchive) : undefined;
  const isTriedOut = Boolean(done?.dryRun && done.kept);
  return (
    <>
      {done && <ImportOutcome imported={done} />}
      {isTriedOut && <input type="hidden" name="kept" value={done?.kept} />}
      <Field
        label={isTriedOut ? "Another archive" : "Archive"}
        name="archive"
        isOptional={isTriedOut}
        hint="A ZIP archive of Markdown files, at most 32 MiB. Pictures are taken from our own export only."
      >
        <Input
          type="file"
          accept=".zip,application/zip"
          className="h-auto bg-sheet! py-1.5 file:mr-3 file:rounded-control file:border file:border-line-strong file:border-solid file:bg-sheet file:px-2.5 file:py-1 file:text-small"
        />
      </Field>
      <Field
        label="Service"
        name="service"
        isOptional
        hint="The address of the service of files that name none, such as checkout."
      >
        <Input key={done?.service} autoComplete="off" defaultValue={done?.service} maxLength={100} />
      </Field>
      <Field
        label="Source"
        name="source"
        isRequired
        hint="Where they come from. Use the same name each time: by it and its path, a file is known again."
      >
        <Input key={done?.source} autoComplete="off" defaultValue={done?.source ?? "uploads"} maxLength={300} />
      </Field>
      <FormActions>
        <Button type="submit" name="dryRun" value="yes" variant={isTriedOut ? undefined : "primary"}>
          See what would change
        </Button>
        {isTriedOut && (
          <Button type="submit" name="dryRun" value="no" variant="primary">
            Load them
          </Button>
        )}
      </FormActions>
    </>
  );
}
