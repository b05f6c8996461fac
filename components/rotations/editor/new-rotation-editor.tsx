"use client";

import { useState } from "react";
import { RotationEditor, type RotationEditorProps } from "#components/rotations/editor/rotation-editor";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Textarea } from "#components/ui/textarea";
import type { ComboboxOption } from "#components/ui/use-suggestions";
import { createRotationAction, listTeamMembersAction } from "#lib/rotations/actions";
import type { Ref } from "#lib/rotations/views";
import { suggestTeamsAction } from "#lib/teams/actions";

type NewRotationEditorProps = Pick<RotationEditorProps, "draft" | "members" | "timeZone"> & {
  team: Ref | undefined;
  /** Teams that are shown before anything is typed. */
  teams: readonly Ref[];
};

const option = ({ slug, name }: Ref): ComboboxOption => ({ value: slug, label: name });

/** Drafts a rotation that is not there yet. */
export function NewRotationEditor({ team: first, teams, members: firstMembers, ...props }: NewRotationEditorProps) {
  const [team, setTeam] = useState(first?.slug);
  const [members, setMembers] = useState(firstMembers);

  async function chooseTeam(chosen: ComboboxOption | null) {
    setTeam(chosen?.value);
    setMembers(chosen ? await listTeamMembersAction(chosen.value) : []);
  }

  return (
    <RotationEditor
      {...props}
      action={createRotationAction}
      preview={null}
      team={team}
      members={members}
      people={Object.fromEntries(members.map(({ address, name, timeZone }) => [address, { name, timeZone }]))}
      back="/rotations"
      saveLabel="Create rotation"
      facts={
        <div className="grid gap-5 pb-8">
          <div className="grid max-w-[34rem] gap-5 sm:grid-cols-2">
            <Field label="Name" name="name" hint="As people say it." isRequired>
              <Input autoComplete="off" maxLength={120} />
            </Field>
            <Field label="Team" name="team" hint="By its name or address." isRequired>
              <Combobox
                suggest={suggestTeamsAction}
                offered={teams.map(option)}
                defaultOption={first && option(first)}
                onChoose={(chosen) => void chooseTeam(chosen)}
              />
            </Field>
          </div>
          <Field label="Description" name="description" hint="What it is there for." isOptional>
            <Textarea rows={2} />
          </Field>
          <Field label="Address" name="slug" hint="Made from the name when left empty: checkout-primary." isOptional>
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Field>
        </div>
      }
    />
  );
}
