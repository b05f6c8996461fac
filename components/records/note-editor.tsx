"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Textarea } from "#components/ui/textarea";
import type { FormState } from "#lib/form-state";
import { eraseNoteAction, writeNoteAction } from "#lib/records/actions";

type NoteEditorProps = {
  /** The line, or nothing for the whole record; and what it is called. */
  line: string | null;
  title: string;
  /** What stands there now, and what makes each saving of it another one. */
  text: string | undefined;
  version: string;
  /** The page without this editor. */
  back: string;
};

type Done = Extract<FormState, { status: "done" }>;

/** Writes, changes and erases one's own words; the last of these can be taken back for as long as this is open. */
export function NoteEditor({ line, title, text, version, back }: NoteEditorProps) {
  const [before, setBefore] = useState<string | null>();
  const remember = (done: Done) => setBefore((done.result as { before: string | null }).before);
  const name = <input type="hidden" name="line" value={line ?? ""} />;
  return (
    <div className="mt-3 grid gap-3 border-l-2 border-l-accent pl-3">
      <Form action={writeNoteAction} onDone={remember}>
        {name}
        <Field
          label={`Your words: ${title}`}
          name="text"
          hint="Whoever may read your record reads them. You can change and erase them at any time."
        >
          <Textarea key={version} defaultValue={text} rows={3} maxLength={10_000} />
        </Field>
        <FormActions>
          <Button type="submit" variant="primary">
            Save
          </Button>
          {text !== undefined && (
            <Button type="submit" form="erase-note" variant="quiet">
              Erase
            </Button>
          )}
          <ButtonLink href={back} variant="quiet">
            Done
          </ButtonLink>
        </FormActions>
      </Form>
      <Form id="erase-note" action={eraseNoteAction} onDone={remember} className="gap-0!">
        {name}
      </Form>
      {before !== undefined && (
        <Form action={before === null ? eraseNoteAction : writeNoteAction} onDone={remember} className="gap-2!">
          {name}
          {before !== null && <input type="hidden" name="text" value={before} />}
          <div>
            <Button type="submit" size="small">
              Undo
            </Button>
          </div>
        </Form>
      )}
    </div>
  );
}
