import { PersonChoice } from "#components/rotations/standing-in/person-choice";
import { SpanFields } from "#components/rotations/standing-in/span-fields";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { joinAsShadowAction } from "#lib/rotations/standing-in/life-actions";
import type { PersonView, RotationView } from "#lib/rotations/views";

type ShadowFormProps = {
  rotation: RotationView;
  span: { from: string; to: string };
  /** Whom the reader may put beside a watch; used only by leads. */
  people: readonly PersonView[];
  address: string | null;
  timeZone: string;
};

/** Stands a watch beside whoever holds it. */
export function ShadowForm({ rotation, span, people, address, timeZone }: ShadowFormProps) {
  return (
    <Form action={joinAsShadowAction}>
      <input type="hidden" name="rotation" value={rotation.slug} />
      {rotation.permissions.canHandOver && (
        <PersonChoice label="Who shadows" people={people} address={address} isSelfOffered />
      )}
      <SpanFields {...span} timeZone={timeZone} />
      <FormActions>
        <Button type="submit" variant="primary">
          Stand beside them
        </Button>
      </FormActions>
    </Form>
  );
}
