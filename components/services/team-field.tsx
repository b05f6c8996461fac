"use client";

import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import type { ComboboxOption } from "#components/ui/use-suggestions";
import { suggestTeamsAction } from "#lib/teams/actions";

type TeamFieldProps = {
  label: string;
  name: string;
  hint?: string;
  isRequired?: boolean;
  team?: { slug: string; name: string } | null;
};

/** Chooses a team by its name. Without JavaScript its address is typed. */
export function TeamField({ label, name, hint, isRequired, team }: TeamFieldProps) {
  const chosen: ComboboxOption | undefined = team ? { value: team.slug, label: team.name } : undefined;
  return (
    <Field label={label} name={name} hint={hint} isRequired={isRequired} isOptional={!isRequired}>
      <Combobox suggest={suggestTeamsAction} defaultOption={chosen} />
    </Field>
  );
}
