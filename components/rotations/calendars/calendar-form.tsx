"use client";

import { use } from "react";
import { Button } from "#components/ui/button";
import { CodeBlock } from "#components/ui/code-block";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormStateContext } from "#components/ui/form-context";
import { Notice } from "#components/ui/notice";
import { Select } from "#components/ui/select";
import { openCalendarAction } from "#lib/rotations/calendars/calendar-actions";
import type { Ref } from "#lib/rotations/views";

type CalendarFormProps = {
  choices: readonly Ref[];
  /** The slug of the rotation that is chosen already. */
  chosen: string | undefined;
  /** Where calendar programs reach this server. */
  origin: string;
};

/** Opens a calendar and shows its address this one time. */
export function CalendarForm({ choices, chosen, origin }: CalendarFormProps) {
  return (
    <Form action={openCalendarAction}>
      <NewAddress origin={origin} />
      <Field label="It shows" name="rotation">
        <Select defaultValue={chosen ?? ""}>
          <option value="">Your own watches, in all rotations</option>
          {choices.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {`Everybody’s watches in ${name}`}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" variant="primary" className="justify-self-start">
        Open calendar
      </Button>
    </Form>
  );
}

function NewAddress({ origin }: { origin: string }) {
  const state = use(FormStateContext);
  if (state.status !== "done") return null;
  const address = origin + (state.result as { path: string }).path;
  return (
    <div role="status">
      <Notice tone="ok" title="The calendar is open." className="max-w-[46rem]">
        Copy its address now: it cannot be shown again. Whoever has it can read the calendar without signing in.
        <CodeBlock code={address} className="mt-2" />
        <a href={address.replace(/^https?:/, "webcal:")} className="text-accent underline underline-offset-2">
          Add it to the calendar of this device
        </a>
      </Notice>
    </div>
  );
}
