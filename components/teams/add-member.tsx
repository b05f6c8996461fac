import { Button } from "#components/ui/button";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { RadioGroup } from "#components/ui/radio-group";
import { Section } from "#components/ui/section";
import { suggestPeopleAction } from "#lib/people/actions";
import { addMemberAction } from "#lib/teams/actions";
import type { TeamView } from "#lib/teams/queries";

const roles = [
  { value: "member", label: "Member" },
  { value: "lead", label: "Lead" },
];

/** Takes one more person into the team. The key makes a fresh form once somebody was added. */
export function AddMember({ team }: { team: TeamView }) {
  if (!team.permissions.canEdit || team.retiredAt) return null;
  return (
    <Section title="Add somebody">
      <Form action={addMemberAction} className="border-t pt-4">
        <input type="hidden" name="team" value={team.slug} />
        <Field label="Person" name="person" isRequired hint="By name or e-mail address.">
          <Combobox key={team.members.length} suggest={suggestPeopleAction} />
        </Field>
        <RadioGroup legend="Role" name="role" options={roles} defaultValue="member" isInline />
        <FormActions>
          <Button type="submit" variant="primary">
            Add to team
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
