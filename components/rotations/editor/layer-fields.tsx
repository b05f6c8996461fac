"use client";

import { ArrowDown, ArrowUp, Copy, X } from "lucide-react";
import { useId } from "react";
import { EditButton } from "#components/rotations/editor/edit-button";
import { useEditor } from "#components/rotations/editor/editor-context";
import { FirstTurnField } from "#components/rotations/editor/first-turn-field";
import { HoursRows } from "#components/rotations/editor/hours-rows";
import { ParticipantList } from "#components/rotations/editor/participant-list";
import { TurnFields } from "#components/rotations/editor/turn-fields";
import { ZoneField } from "#components/rotations/editor/zone-field";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import type { DraftLayer } from "#lib/rotations/editor/draft";
import { typed } from "#lib/rotations/editor/draft-edits";

/** One layer of the draft, with the ways to move, copy and remove it. */
export function LayerFields({ layer, index }: { layer: DraftLayer; index: number }) {
  const { draft, change } = useEditor();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="grid gap-5 border-t pt-4 pb-8">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h3 id={headingId} className="font-semibold text-large">
          {layer.name || `Layer ${index + 1}`}
          {index > 0 && (
            <span className="ml-2 font-normal text-ink-faint text-small">
              {" "}
              wins over the layers above while it is active
            </span>
          )}
        </h3>
        <LayerButtons layer={layer} index={index} />
      </div>
      <div className="grid max-w-[34rem] gap-5 sm:grid-cols-2">
        <Field label="Name" name={`layers.${index}.name`} isRequired>
          <Input
            data-focus-key={`${layer.key}.name`}
            value={layer.name}
            maxLength={120}
            autoComplete="off"
            onChange={({ target }) => change(typed(draft, index, { name: target.value }), `${layer.key}.name`)}
          />
        </Field>
        <ZoneField layer={layer} index={index} />
      </div>
      <TurnFields layer={layer} index={index} />
      <ParticipantList layer={layer} index={index} />
      <FirstTurnField layer={layer} index={index} />
      <HoursRows layer={layer} index={index} />
    </section>
  );
}

function LayerButtons({ layer, index }: { layer: DraftLayer; index: number }) {
  const { draft } = useEditor();
  const count = draft.layers.length;
  const name = layer.name || `layer ${index + 1}`;
  const place = (to: number) => `${name} is layer ${to} of ${count}.`;
  const next = draft.layers[index + 1] ?? draft.layers[index - 1];
  if (count === 1)
    return (
      <EditButton
        edit={`layers.${index}.copy`}
        focusKey={`${layer.key}.copy`}
        label={`Copy ${name}`}
        says={`${name} is copied.`}
      >
        <Copy aria-hidden="true" />
      </EditButton>
    );
  return (
    <span className="-mr-2 flex">
      <EditButton
        edit={`layers.${index}.up`}
        focusKey={`${layer.key}.up`}
        label={`Move ${name} up`}
        says={place(index)}
        isIdle={index === 0}
        className="px-2! touch:min-w-11"
      >
        <ArrowUp aria-hidden="true" />
      </EditButton>
      <EditButton
        edit={`layers.${index}.down`}
        focusKey={`${layer.key}.down`}
        label={`Move ${name} down`}
        says={place(index + 2)}
        isIdle={index === count - 1}
        className="px-2! touch:min-w-11"
      >
        <ArrowDown aria-hidden="true" />
      </EditButton>
      <EditButton
        edit={`layers.${index}.copy`}
        focusKey={`${layer.key}.copy`}
        label={`Copy ${name}`}
        says={`${name} is copied.`}
        className="px-2! touch:min-w-11"
      >
        <Copy aria-hidden="true" />
      </EditButton>
      <EditButton
        edit={`layers.${index}.remove`}
        focus={next ? [`${next.key}.copy`] : []}
        label={`Remove ${name}`}
        says={`${name} is removed.`}
        className="px-2! touch:min-w-11"
      >
        <X aria-hidden="true" />
      </EditButton>
    </span>
  );
}
