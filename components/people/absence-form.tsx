import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { zoneText } from "#components/ui/instant-text";
import { noteAbsenceAction } from "#lib/people/absence-actions";
import type { PersonView } from "#lib/people/queries";

type AbsenceFormProps = { person: PersonView; isSelf: boolean; timeZone: string; today: string; made: number };

/** Notes when somebody is away: whole days, or times where they are wanted. The key makes a fresh form after each. */
export function AbsenceForm({ person, isSelf, timeZone, today, made }: AbsenceFormProps) {
  return (
    <Form action={noteAbsenceAction}>
      <input type="hidden" name="person" value={person.address} />
      <input type="hidden" name="timeZone" value={timeZone} />
      <div key={made} className="grid gap-5">
        <div className="grid max-w-[34rem] grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-[1fr_7rem_1fr_7rem]">
          <Field label="First day" name="from" isRequired>
            <Input type="date" min={today} />
          </Field>
          <Field label="from" name="fromTime">
            <Input type="time" />
          </Field>
          <Field label="Last day" name="to">
            <Input type="date" min={today} />
          </Field>
          <Field label="until" name="toTime">
            <Input type="time" />
          </Field>
          <p className="col-span-full -mt-3 text-ink-faint text-small">
            As clocks in {zoneText(timeZone)} show it. Without times, days are whole; without a last day it is one.
          </p>
        </div>
        <Field
          label="Reason"
          name="reason"
          isOptional
          hint={
            isSelf
              ? "Nobody needs one. Only your teams and managers see it, and you can erase it."
              : `Nobody needs one. Only their teams and managers see it, and ${person.name} can erase it.`
          }
        >
          <Input maxLength={500} autoComplete="off" />
        </Field>
      </div>
      <FormActions>
        <Button type="submit" variant="primary">
          Note it
        </Button>
      </FormActions>
    </Form>
  );
}
