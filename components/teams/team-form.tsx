import { WorkingHoursFields } from "#components/teams/working-hours-fields";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { RadioGroup } from "#components/ui/radio-group";
import { Textarea } from "#components/ui/textarea";
import { suggestPeopleAction } from "#lib/people/actions";
import { createTeamAction, editTeamAction, suggestTeamsAction } from "#lib/teams/actions";
import type { TeamHead } from "#lib/teams/queries";

const kinds = [
  { value: "delivery", label: "Delivery", hint: "It writes services and is paged for them first." },
  { value: "ops", label: "Ops", hint: "It stands behind delivery teams, and may own services too." },
];

/** What is asked of a new team. */
export function NewTeamForm() {
  return (
    <Form action={createTeamAction}>
      <Field label="Name" name="name" isRequired>
        <Input autoComplete="off" />
      </Field>
      <Field
        label="Address"
        name="slug"
        isOptional
        hint="The last part of its page's address, such as checkout-team. Left empty, it comes from the name."
      >
        <Input autoComplete="off" spellCheck={false} />
      </Field>
      <TeamFields kind="delivery" />
      <Field label="Manager" name="manager" isOptional hint="Somebody else than you, by name or e-mail address.">
        <Combobox suggest={suggestPeopleAction} />
      </Field>
      <Ending label="Create team" cancel="/teams" />
    </Form>
  );
}

/** What is said of a team that is there. `timeZone` is the reader's. */
export function EditTeamForm({ team, timeZone }: { team: TeamHead; timeZone: string }) {
  return (
    <Form action={editTeamAction}>
      <input type="hidden" name="team" value={team.slug} />
      <TeamFields {...team} parent={team.above.at(-1)} />
      <WorkingHoursFields hours={team.workingHours} timeZone={timeZone} />
      <Ending label="Save" cancel={`/teams/${team.slug}`} />
    </Form>
  );
}

type TeamFieldsProps = Partial<Pick<TeamHead, "kind" | "description" | "chat">> & {
  parent?: { slug: string; name: string };
};

function TeamFields({ kind, description, chat, parent }: TeamFieldsProps) {
  return (
    <>
      <RadioGroup legend="Kind" name="kind" options={kinds} defaultValue={kind} />
      <Field label="Description" name="description" isOptional hint="What it is there for, in a sentence or two.">
        <Textarea rows={3} defaultValue={description ?? undefined} />
      </Field>
      <Field label="Chat" name="chat" isOptional hint="Where it talks: the name of a channel, or its https:// address.">
        <Input autoComplete="off" defaultValue={chat ?? undefined} />
      </Field>
      <Field
        label="Team above"
        name="parent"
        isOptional
        hint="Its name or address. Whoever manages that team manages this one too."
      >
        <Combobox suggest={suggestTeamsAction} defaultOption={parent && { value: parent.slug, label: parent.name }} />
      </Field>
    </>
  );
}

/** The buttons under a form: the one that does it, and the way back. */
export function Ending({ label, cancel }: { label: string; cancel: string }) {
  return (
    <FormActions>
      <Button type="submit" variant="primary">
        {label}
      </Button>
      <ButtonLink href={cancel} variant="quiet">
        Cancel
      </ButtonLink>
    </FormActions>
  );
}
