import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Input } from "#components/ui/input";
import { Select } from "#components/ui/select";
import { setMethodRuleAction } from "#lib/notifications/methods/actions";
import type { MethodView } from "#lib/notifications/methods/method-view";

const choices = [0, 1, 2, 3, 5, 10, 15, 30];

/** When a method is used, and what it is called. */
export function MethodRule({ method: { id, label, afterMinutes, hours } }: { method: MethodView }) {
  const minutes = [...new Set([...choices, afterMinutes])].toSorted((one, other) => one - other);
  return (
    <Form action={setMethodRuleAction}>
      <input type="hidden" name="method" value={id} />
      <div className="grid max-w-[46rem] items-end gap-x-4 gap-y-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
        <Field label="Name" name="label">
          <Input defaultValue={label} maxLength={60} autoComplete="off" />
        </Field>
        <Field label="Used" name="afterMinutes">
          <Select defaultValue={String(afterMinutes)}>
            {minutes.map((count) => (
              <option key={count} value={count}>
                {count === 0 ? "at once" : count === 1 ? "after a minute" : `after ${count} minutes`}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="During" name="hours">
          <Select defaultValue={hours}>
            <option value="always">day and night</option>
            <option value="night">my night only</option>
            <option value="day">my day only</option>
          </Select>
        </Field>
        <Button type="submit" className="justify-self-start">
          Save
        </Button>
      </div>
    </Form>
  );
}
