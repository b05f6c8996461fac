import { PersonChoice } from "#components/rotations/standing-in/person-choice";
import { ReasonField } from "#components/rotations/standing-in/reason-field";
import { ReplaceChoice } from "#components/rotations/standing-in/replace-choice";
import { SpanFields } from "#components/rotations/standing-in/span-fields";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { takeOverAction } from "#lib/rotations/standing-in/life-actions";
import type { PersonView, RotationView } from "#lib/rotations/views";

type TakeFormProps = {
  rotation: RotationView;
  /** What the times begin with. */
  span: { from: string; to: string };
  /** Who may be put on watch, besides the reader. */
  people: readonly PersonView[];
  address: string | null;
  timeZone: string;
};

/** Takes a span of a watch, or puts somebody on it. */
export function TakeForm({ rotation, span, people, address, timeZone }: TakeFormProps) {
  const { canTake, canHandOver } = rotation.permissions;
  return (
    <Form action={takeOverAction}>
      <input type="hidden" name="rotation" value={rotation.slug} />
      {canHandOver && (
        <PersonChoice
          label="Who takes it"
          people={people}
          address={address}
          isSelfOffered={canTake}
          hint="You may put somebody on watch who cannot reach a keyboard. They see that it was you."
        />
      )}
      <SpanFields {...span} timeZone={timeZone} />
      <ReasonField whose="whoever stands it" />
      <ReplaceChoice />
      <FormActions>
        <Button type="submit" variant="primary">
          Take over
        </Button>
        <ButtonLink href={`/rotations/${rotation.slug}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
