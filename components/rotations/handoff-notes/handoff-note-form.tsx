import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Textarea } from "#components/ui/textarea";
import type { HandoffNoteView } from "#lib/rotations/handoff-notes/handoff-note-queries";
import type { HandoffView } from "#lib/rotations/handoff-notes/roster-handoffs";
import { writeHandoffNoteAction } from "#lib/rotations/standing-in/life-actions";
import type { Ref } from "#lib/rotations/views";

type HandoffNoteFormProps = {
  rotation: Ref;
  handoff: HandoffView;
  /** What was left already. */
  note: HandoffNoteView | undefined;
  /** What a new note begins with. */
  worries: string;
};

/** A minute of writing for whoever comes next. */
export function HandoffNoteForm({ rotation, handoff, note, worries }: HandoffNoteFormProps) {
  return (
    <Form action={writeHandoffNoteAction} className="max-w-[40rem]">
      <input type="hidden" name="rotation" value={rotation.slug} />
      <input type="hidden" name="handoffAt" value={handoff.at} />
      <Field
        label="Open alerts"
        name="openAlerts"
        hint="What is not over yet, and how far it is."
        className="max-w-none"
      >
        <Textarea rows={2} maxLength={4_000} defaultValue={note?.openAlerts ?? undefined} />
      </Field>
      <Field
        label="Worries"
        name="worries"
        hint={note ? undefined : "Begun with what is known: gaps and requests ahead, and what changed on your watch."}
        className="max-w-none"
      >
        <Textarea rows={4} maxLength={4_000} defaultValue={note ? (note.worries ?? undefined) : worries} />
      </Field>
      <Field
        label="What to try first"
        name="tryFirst"
        hint="When it rings again: what you would do before anything else."
        className="max-w-none"
      >
        <Textarea rows={2} maxLength={4_000} defaultValue={note?.tryFirst ?? undefined} />
      </Field>
      <FormActions>
        <Button type="submit" variant="primary" className="max-sm:flex-1">
          {note ? "Mend the note" : "Leave the note"}
        </Button>
        <ButtonLink href={`/rotations/${rotation.slug}`} variant="quiet">
          Back
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
