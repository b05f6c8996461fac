"use client";

import { Checkbox } from "#components/ui/checkbox";
import { Field, FieldError } from "#components/ui/field";
import { Fieldset } from "#components/ui/fieldset";
import { useFieldErrors } from "#components/ui/form-context";
import { Input } from "#components/ui/input";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

type WorkingHoursFieldsProps = {
  hours: { weekdays: readonly string[]; from: string; to: string; timeZone: string } | null;
  /** The zone to begin with where nothing is said. */
  timeZone: string;
};

/** When a team works: an alert that wakes nobody waits for it. */
export function WorkingHoursFields({ hours, timeZone }: WorkingHoursFieldsProps) {
  const problems = useFieldErrors("workingHours.weekdays");
  return (
    <Fieldset
      legend="Working hours"
      hint="What need not wake anybody waits for them. Left empty, Monday to Friday from 9 to 17 counts."
    >
      <div>
        <div className="flex flex-wrap gap-x-5 gap-y-1.5">
          {weekdays.map((day) => (
            <Checkbox
              key={day}
              name="workingHours.weekdays[]"
              value={day}
              label={`${day[0]?.toUpperCase()}${day.slice(1, 3)}`}
              aria-label={`${day[0]?.toUpperCase()}${day.slice(1)}`}
              defaultChecked={hours?.weekdays.includes(day) ?? false}
            />
          ))}
        </div>
        {problems.length > 0 && <FieldError errors={problems} />}
      </div>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-[8rem_8rem_1fr]">
        <Field label="From" name="workingHours.from">
          <Input type="time" defaultValue={hours?.from} />
        </Field>
        <Field label="Until" name="workingHours.to">
          <Input type="time" defaultValue={hours?.to} />
        </Field>
        <Field label="By the clocks of" name="workingHours.timeZone" className="max-sm:col-span-2">
          <Input autoComplete="off" spellCheck={false} defaultValue={hours?.timeZone ?? timeZone} />
        </Field>
      </div>
    </Fieldset>
  );
}
