"use client";

import { EditButton } from "#components/rotations/editor/edit-button";
import { useEditor } from "#components/rotations/editor/editor-context";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { useHydrated } from "#components/ui/use-hydrated";
import type { ComboboxOption } from "#components/ui/use-suggestions";
import { suggestPeopleAction } from "#lib/people/actions";
import type { DraftLayer } from "#lib/rotations/editor/draft";
import { withParticipant } from "#lib/rotations/editor/draft-edits";

/** Adds somebody to a layer: those of the team at once, others by name. Without JavaScript there is an empty row. */
export function ParticipantField({ layer, index }: { layer: DraftLayer; index: number }) {
  const { draft, members, change, introduce } = useEditor();
  const isHydrated = useHydrated();
  const { participants } = layer;
  const fieldName = `layers.${index}.participants`;
  if (!isHydrated) return <EmptyRow name={fieldName} number={participants.length} />;

  const has = (address: string) => participants.some((one) => one.address === address);
  const team = members.map(
    ({ address, name, title }): ComboboxOption => ({
      value: address,
      label: name,
      detail: has(address) ? "once more" : (title ?? address),
    }),
  );
  const offered = team.toSorted((one, other) => Number(has(one.value)) - Number(has(other.value)));

  async function suggest(query: string): Promise<ComboboxOption[]> {
    const words = query.toLowerCase().split(/\s+/);
    const ofTeam = offered.filter(({ label, value }) =>
      words.every((word) => `${label} ${value}`.toLowerCase().includes(word)),
    );
    const others = await suggestPeopleAction(query);
    return [...ofTeam, ...others.filter(({ value }) => !ofTeam.some((one) => one.value === value))].slice(0, 12);
  }

  function add(option: ComboboxOption | null) {
    if (!option) return;
    introduce(option.value, option.label);
    const count = participants.length + 1;
    const says = `${option.label} has turn ${count} of ${count}.`;
    change(withParticipant(draft, index, option.value), undefined, { says, focus: [`${layer.key}.add`] });
  }

  return (
    <Field
      label="Add somebody"
      name={fieldName}
      hint={participants.length === 0 ? "By name. Whoever is named twice has two turns." : undefined}
      className="mt-3"
    >
      <div data-focus-key={`${layer.key}.add`}>
        {/* A fresh one for each person, so that the next can be typed at once. */}
        <Combobox
          key={`${participants.length} ${draft.keys}`}
          suggest={suggest}
          offered={offered}
          onChoose={add}
          placeholder="Name or e-mail address"
        />
      </div>
    </Field>
  );
}

function EmptyRow({ name, number }: { name: string; number: number }) {
  return (
    <div className="mt-3 grid max-w-[34rem] grid-cols-[1fr_auto] items-end gap-2">
      <Field label="Add somebody" name={name} hint="By e-mail address.">
        <Input name={`${name}.${number}`} autoComplete="off" />
      </Field>
      <EditButton edit="check" variant="plain" size="medium">
        Add
      </EditButton>
    </div>
  );
}
