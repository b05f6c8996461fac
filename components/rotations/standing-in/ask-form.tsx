import { ReasonField } from "#components/rotations/standing-in/reason-field";
import { SpanFields } from "#components/rotations/standing-in/span-fields";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { askForCoverAction } from "#lib/rotations/standing-in/life-actions";
import type { PersonView, Ref } from "#lib/rotations/views";

type AskFormProps = {
  rotation: Ref;
  /** What the times begin with. */
  span: { from: string; to: string };
  /** For whom it is asked, where that is not the reader. */
  person: PersonView | null;
  timeZone: string;
};

/** Asks the team who takes a span; whoever asks stays on watch until somebody does. */
export function AskForm({ rotation, span, person, timeZone }: AskFormProps) {
  return (
    <Form action={askForCoverAction}>
      <input type="hidden" name="rotation" value={rotation.slug} />
      {person && <input type="hidden" name="person" value={person.address} />}
      <SpanFields {...span} timeZone={timeZone} />
      <ReasonField whose={person ? person.name : "you"} />
      <FormActions>
        <Button type="submit" variant="primary" className="max-sm:flex-1">
          {person ? `Ask for ${person.name}` : "Ask for cover"}
        </Button>
        <ButtonLink href={`/rotations/${rotation.slug}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
