import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";

/** Why, for whoever wants to say it. */
export function ReasonField({ whose = "you" }: { whose?: string }) {
  return (
    <Field
      label="Reason"
      name="reason"
      isOptional
      hint={`Nobody needs one. Only the team and its manager see it, and ${whose} can erase it.`}
    >
      <Input maxLength={500} autoComplete="off" />
    </Field>
  );
}
