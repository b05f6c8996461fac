"use client";

import { nameIn, useEditor } from "#components/rotations/editor/editor-context";
import { Field } from "#components/ui/field";
import { Select } from "#components/ui/select";
import type { DraftLayer } from "#lib/rotations/editor/draft";
import { typed } from "#lib/rotations/editor/draft-edits";

/** Who begins: by default whoever is on watch stays, and the next in line stays next. */
export function FirstTurnField({ layer, index }: { layer: DraftLayer; index: number }) {
  const { draft, change, isNew, people } = useEditor();
  const { participants, begins } = layer;
  if (participants.length < 2 && begins !== "keep") return null;
  const chosen = participants.findIndex(({ key }) => key === begins);

  return (
    <Field
      label={isNew ? "Who takes the first watch" : "Who stands watch when this begins"}
      name={`layers.${index}.begins`}
      className="max-w-[22rem]!"
    >
      <Select
        value={begins === "keep" ? "keep" : String(Math.max(0, chosen))}
        onChange={({ target }) =>
          change(
            typed(draft, index, {
              begins: target.value === "keep" ? "keep" : (participants[Number(target.value)]?.key ?? ""),
            }),
            `${layer.key}.begins`,
          )
        }
      >
        {!isNew && <option value="keep">Keep the present watch and order</option>}
        {participants.map(({ key, address }, turn) => (
          <option key={key} value={turn}>
            {turn + 1}. {nameIn(people, address)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
