"use client";

import { useEditor } from "#components/rotations/editor/editor-context";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import type { DraftLayer } from "#lib/rotations/editor/draft";
import { typed } from "#lib/rotations/editor/draft-edits";
import { findZones, offsetText } from "#lib/rotations/editor/zones";

const mostZones = 12;

/** The zone of a layer, out of all that there are. */
export function ZoneField({ layer, index }: { layer: DraftLayer; index: number }) {
  const { draft, change, epoch } = useEditor();
  return (
    <Field label="Time zone" name={`layers.${index}.timeZone`} isRequired>
      <Combobox
        key={`${epoch} ${layer.key}`}
        suggest={suggestFor(layer.startsAt)}
        defaultOption={{ value: layer.timeZone, label: layer.timeZone }}
        onChoose={(zone) => change(typed(draft, index, { timeZone: zone?.value ?? "" }), `${layer.key}.timeZone`)}
      />
    </Field>
  );
}

/** Each with how far its clocks are from UTC at the first handoff. */
const suggestFor = (startsAt: string) => async (query: string) => {
  const at = new Date(`${startsAt}Z`);
  return findZones(query, mostZones).map((zone) => ({ value: zone, label: zone, detail: offsetText(zone, at) }));
};
