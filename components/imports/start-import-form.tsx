"use client";

import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { startImportAction } from "#lib/imports/actions";

/** Makes the dry run `run` real. */
export function StartImportForm({ run, changes }: { run: string; changes: number }) {
  return (
    <Form action={startImportAction} className="mb-8">
      <input type="hidden" name="run" value={run} />
      <FormActions>
        <Button type="submit" variant="primary">
          {changes === 1 ? "Import this one change" : `Import these ${changes.toLocaleString("en")} changes`}
        </Button>
        <span className="text-ink-faint text-small">
          What is rejected stays out; everything else is written at once.
        </span>
      </FormActions>
    </Form>
  );
}
