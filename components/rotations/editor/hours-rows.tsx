"use client";

import { X } from "lucide-react";
import { EditButton } from "#components/rotations/editor/edit-button";
import { useEditor } from "#components/rotations/editor/editor-context";
import { Field, FieldError } from "#components/ui/field";
import { useFieldErrors } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import type { DraftHours, DraftLayer } from "#lib/rotations/editor/draft";
import { typedHours } from "#lib/rotations/editor/draft-edits";
import { type Weekday, weekdays } from "#lib/rotations/rotation";

/** When a layer is active: at all times, or in weekly windows. */
export function HoursRows({ layer, index }: { layer: DraftLayer; index: number }) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">Hours</legend>
      <p className="text-ink-faint text-small">
        {layer.hours.length === 0
          ? "Active at all times."
          : "Active only then. A window that ends at or before its beginning ends on the day after."}
      </p>
      {layer.hours.length > 0 && (
        <ul className="rows mt-1.5 max-w-[34rem] border-b">
          {layer.hours.map((window, number) => (
            <HoursRow key={window.key} layer={layer} index={index} window={window} number={number} />
          ))}
        </ul>
      )}
      <EditButton
        edit={`layers.${index}.hours.add`}
        focusKey={`${layer.key}.hours`}
        says="Hours added."
        variant="plain"
        className="mt-2"
      >
        {layer.hours.length === 0 ? "Only at certain hours" : "Further hours"}
      </EditButton>
    </fieldset>
  );
}

type HoursRowProps = { layer: DraftLayer; index: number; window: DraftHours; number: number };

function HoursRow({ layer, index, window, number }: HoursRowProps) {
  const { draft, change } = useEditor();
  const path = `layers.${index}.hours.${number}`;
  const errors = useFieldErrors(`${path}.weekdays`);
  const type = (fields: Partial<DraftHours>, field: string) =>
    change(typedHours(draft, index, number, fields), `${window.key}.${field}`);
  const tick = (day: Weekday, isTicked: boolean) =>
    type({ weekdays: weekdays.filter((one) => (one === day ? isTicked : window.weekdays.includes(one))) }, day);

  return (
    <li>
      <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
        <legend className="sr-only">Hours {number + 1}</legend>
        <div className="flex gap-1">
          {weekdays.map((day) => (
            <DayBox
              key={day}
              day={day}
              name={`${path}.weekdays[]`}
              isTicked={window.weekdays.includes(day)}
              isInvalid={errors.length > 0}
              onTick={(isTicked) => tick(day, isTicked)}
            />
          ))}
        </div>
        <div className="flex items-start gap-2 max-sm:w-full">
          {(["from", "to"] as const).map((end) => (
            <Field
              key={end}
              label={end === "from" ? "From" : "To"}
              name={`${path}.${end}`}
              isLabelHidden
              className="min-w-0 max-sm:flex-1 sm:w-34"
            >
              <Input
                type="time"
                required
                value={window[end]}
                onChange={({ target }) => type({ [end]: target.value }, end)}
              />
            </Field>
          ))}
          <EditButton
            edit={`${path}.remove`}
            focus={[`${layer.key}.hours`]}
            label={`Remove hours ${number + 1}`}
            says="Hours removed."
            className="mt-0.5 px-2! touch:min-w-11"
          >
            <X aria-hidden="true" />
          </EditButton>
        </div>
        {errors.length > 0 && <FieldError errors={errors} />}
      </fieldset>
    </li>
  );
}

type DayBoxProps = {
  day: Weekday;
  name: string;
  isTicked: boolean;
  isInvalid: boolean;
  onTick: (isTicked: boolean) => void;
};

function DayBox({ day, name, isTicked, isInvalid, onTick }: DayBoxProps) {
  return (
    <label className="relative inline-flex min-h-9 min-w-9 cursor-pointer items-center justify-center rounded-control border border-control bg-sheet text-ink-soft text-small has-checked:border-accent has-focus-visible:outline-(--focus) has-checked:bg-accent-wash has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-offset-2 touch:min-h-11 touch:min-w-10.5">
      <input
        type="checkbox"
        name={name}
        value={day}
        checked={isTicked}
        aria-invalid={isInvalid || undefined}
        onChange={({ target }) => onTick(target.checked)}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
      <span aria-hidden="true">{day.slice(0, 2).replace(/^./, (letter) => letter.toUpperCase())}</span>
      <span className="sr-only">{day.replace(/^./, (letter) => letter.toUpperCase())}</span>
    </label>
  );
}
