"use client";

import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import { EditButton } from "#components/rotations/editor/edit-button";
import { nameIn, useEditor } from "#components/rotations/editor/editor-context";
import { ParticipantField } from "#components/rotations/editor/participant-field";
import { useDragOrder } from "#components/rotations/editor/use-drag-order";
import { classNames } from "#components/ui/class-name";
import { FieldError } from "#components/ui/field";
import { useFieldErrors } from "#components/ui/form-context";
import { zoneText } from "#components/ui/instant-text";
import { useHydrated } from "#components/ui/use-hydrated";
import type { DraftLayer } from "#lib/rotations/editor/draft";
import { withTurnMoved } from "#lib/rotations/editor/draft-edits";

/** Who stands a layer, in the order of turns: by dragging, or by the buttons of each row. */
export function ParticipantList({ layer, index }: { layer: DraftLayer; index: number }) {
  const { draft, change, people } = useEditor();
  const { participants } = layer;
  const isHydrated = useHydrated();
  const { list, drag, handleOf } = useDragOrder<HTMLOListElement>((from, to) => {
    const name = nameIn(people, participants[from]?.address ?? "");
    change(withTurnMoved(draft, index, from, to), undefined, { says: turnWords(name, to, participants.length) });
  });

  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">Participants, in the order of their turns</legend>
      {participants.length > 0 && (
        <ol ref={list} className="rows mt-1.5 max-w-[34rem] border-b">
          {participants.map(({ key, address }, turn) => (
            <li
              key={key}
              className={classNames(
                "grid grid-cols-[auto_1fr_auto] items-center gap-x-2",
                drag?.from === turn && "bg-accent-wash/60",
                drag && drag.before === turn && "shadow-[inset_0_2px_0_var(--accent)]",
                drag?.before === turn + 1 &&
                  turn + 1 === participants.length &&
                  "shadow-[inset_0_-2px_0_var(--accent)]",
              )}
            >
              <span
                {...handleOf(turn)}
                aria-hidden="true"
                className={classNames(
                  "flex touch-none items-center py-2.5 text-ink-faint tabular-nums",
                  isHydrated ? "cursor-grab active:cursor-grabbing" : "pl-1.5",
                )}
              >
                {isHydrated && <GripVertical className="size-4" />}
                <span className="w-6 text-right text-small">{turn + 1}</span>
              </span>
              <Participant address={address} name={`layers.${index}.participants.${turn}`} />
              <RowButtons layer={layer} index={index} turn={turn} />
            </li>
          ))}
        </ol>
      )}
      <ParticipantField layer={layer} index={index} />
    </fieldset>
  );
}

function Participant({ address, name }: { address: string; name: string }) {
  const { people } = useEditor();
  const errors = useFieldErrors(name);
  const zone = people[address]?.timeZone;
  return (
    <span className="min-w-0 py-1.5">
      <input type="hidden" name={name} value={address} />
      {nameIn(people, address)}
      {zone && <span className="ml-2 text-ink-faint text-small">{zoneText(zone)}</span>}
      {errors.length > 0 && <FieldError errors={errors} />}
    </span>
  );
}

const turnWords = (name: string, turn: number, count: number) => `${name} has turn ${turn + 1} of ${count}.`;

function RowButtons({ layer, index, turn }: { layer: DraftLayer; index: number; turn: number }) {
  const { people } = useEditor();
  const { participants } = layer;
  const participant = participants[turn];
  if (!participant) return null;
  const { key } = participant;
  const name = nameIn(people, participant.address);
  const row = `layers.${index}.participants.${turn}`;
  const count = participants.length;
  // Where the row was, the next one is; after the last one, the one before it.
  const neighbours = [participants[turn + 1], participants[turn - 1]].flatMap((other) =>
    other ? [`${other.key}.remove`] : [],
  );
  return (
    <span className="flex">
      <EditButton
        edit={`${row}.up`}
        focusKey={`${key}.up`}
        label={`Move ${name} up`}
        says={turnWords(name, turn - 1, count)}
        isIdle={turn === 0}
        className="px-2! touch:min-w-11"
      >
        <ArrowUp aria-hidden="true" />
      </EditButton>
      <EditButton
        edit={`${row}.down`}
        focusKey={`${key}.down`}
        label={`Move ${name} down`}
        says={turnWords(name, turn + 1, count)}
        isIdle={turn === count - 1}
        className="px-2! touch:min-w-11"
      >
        <ArrowDown aria-hidden="true" />
      </EditButton>
      <EditButton
        edit={`${row}.remove`}
        focusKey={`${key}.remove`}
        focus={[...neighbours, `${layer.key}.add`]}
        label={`Take ${name} out`}
        says={`${name} is taken out.`}
        className="px-2! touch:min-w-11"
      >
        <X aria-hidden="true" />
      </EditButton>
    </span>
  );
}
