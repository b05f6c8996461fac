"use client";

import { EditButton } from "#components/rotations/editor/edit-button";
import { useEditor } from "#components/rotations/editor/editor-context";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { zoneText } from "#components/ui/instant-text";
import { Select } from "#components/ui/select";
import type { DraftLayer } from "#lib/rotations/editor/draft";
import { typed } from "#lib/rotations/editor/draft-edits";
import type { Preset } from "#lib/rotations/editor/draft-presets";
import { type Unit, units } from "#lib/rotations/rotation";

const patterns: { preset: Preset; label: string }[] = [
  { preset: "daily", label: "Daily" },
  { preset: "weekly", label: "Weekly" },
  { preset: "fortnightly", label: "Every two weeks" },
  { preset: "office-hours", label: "Weekdays in office hours" },
  { preset: "follow-the-sun", label: "Follow the sun" },
];

/** When a layer first hands over, and how long a turn is. */
export function TurnFields({ layer, index }: { layer: DraftLayer; index: number }) {
  const { draft, change } = useEditor();
  const path = `layers.${index}`;
  const type = (fields: Partial<DraftLayer>, field: string) =>
    change(typed(draft, index, fields), `${layer.key}.${field}`);

  return (
    <div className="grid max-w-[34rem] gap-x-5 gap-y-2 sm:grid-cols-2">
      <Field label="First handoff" name={`${path}.startsAt`} isRequired>
        <Input
          type="datetime-local"
          value={layer.startsAt}
          onChange={({ target }) => type({ startsAt: target.value }, "startsAt")}
        />
      </Field>
      <fieldset className="min-w-0 max-sm:mt-3">
        <legend className="mb-1.5 font-semibold">A turn lasts</legend>
        <div className="grid grid-cols-[5rem_1fr] gap-2">
          <Field label="How many" name={`${path}.every`} isLabelHidden isRequired>
            <Input
              type="number"
              min={1}
              max={999}
              inputMode="numeric"
              value={layer.every}
              onChange={({ target }) => type({ every: target.value }, "every")}
            />
          </Field>
          <Field label="Of which unit" name={`${path}.unit`} isLabelHidden>
            <Select value={layer.unit} onChange={({ target }) => type({ unit: target.value as Unit }, "unit")}>
              {units.map((unit) => (
                <option key={unit} value={unit}>
                  {layer.every === "1" ? unit : `${unit}s`}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </fieldset>
      <p className="text-ink-faint text-small sm:col-span-2">
        By the clocks of {zoneText(layer.timeZone) || "its zone"}. Before the first handoff the layer is silent.
      </p>
      <fieldset className="min-w-0 sm:col-span-2">
        <legend className="sr-only">Patterns that many have</legend>
        <div className="-ml-2.5 flex flex-wrap">
          {patterns.map(({ preset, label }) => (
            <EditButton
              key={preset}
              edit={`${path}.preset.${preset}`}
              focusKey={`${layer.key}.${preset}`}
              says={`${label}.`}
              className="font-normal! text-accent!"
            >
              {label}
            </EditButton>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
