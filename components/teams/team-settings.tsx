import { Button } from "#components/ui/button";
import { Combobox } from "#components/ui/combobox";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { Section } from "#components/ui/section";
import { suggestPeopleAction } from "#lib/people/actions";
import { renameTeamAction, restoreTeamAction, retireTeamAction, setManagerAction } from "#lib/teams/actions";
import type { TeamHead } from "#lib/teams/queries";

/** The name and the address; the old address keeps leading here. */
export function RenameTeam({ team }: { team: TeamHead }) {
  return (
    <Section title="Name and address" id="rename">
      <Form action={renameTeamAction} className="border-t pt-4">
        <input type="hidden" name="team" value={team.slug} />
        <Field label="Name" name="name" isRequired>
          <Input defaultValue={team.name} autoComplete="off" />
        </Field>
        <Field label="Address" name="slug" isRequired hint="The old address will lead to the new one.">
          <Input defaultValue={team.slug} autoComplete="off" spellCheck={false} />
        </Field>
        <FormActions>
          <Button type="submit">Rename</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** Who manages the team: reads the records and the coverage of its people. */
export function TeamManager({ team }: { team: TeamHead }) {
  const { manager } = team;
  return (
    <Section title="Manager" id="manager">
      <Form action={setManagerAction} className="border-t pt-4">
        <input type="hidden" name="team" value={team.slug} />
        <Field
          label="Manager"
          name="manager"
          hint="Reads the records and the coverage of everybody in this team and those beneath it. Nobody can name themselves. Left empty, nobody manages it."
        >
          <Combobox
            suggest={suggestPeopleAction}
            defaultOption={manager ? { value: manager.address, label: manager.name } : undefined}
          />
        </Field>
        <FormActions>
          <Button type="submit">Set manager</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** Takes the team out of use, or brings it back. */
export function RetireTeam({ team }: { team: TeamHead }) {
  if (!team.permissions.canRetire) return null;
  const isRetired = team.retiredAt !== null;
  return (
    <Section title={isRetired ? "Bring back" : "Retire"} id="retire">
      <div className="grid justify-items-start gap-3 border-t pt-4">
        <p className="max-w-[36rem] text-ink-soft">
          {isRetired
            ? "It comes back as it was, with the people who were in it."
            : "It leaves the lists; its history and its address stay. Give its services to another team first."}
        </p>
        <ConfirmForm
          action={isRetired ? restoreTeamAction : retireTeamAction}
          label={isRetired ? "Bring back" : "Retire team"}
          confirmLabel={isRetired ? "Bring it back" : "Retire it"}
          title={isRetired ? `Bring back ${team.name}?` : `Retire ${team.name}?`}
          variant={isRetired ? "plain" : "danger"}
        >
          <input type="hidden" name="team" value={team.slug} />
          {isRetired ? "It can own services again." : "Nobody can give it services until it is brought back."}
        </ConfirmForm>
      </div>
    </Section>
  );
}
