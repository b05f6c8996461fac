import { Button } from "#components/ui/button";
import { Combobox } from "#components/ui/combobox";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { Section } from "#components/ui/section";
import { Textarea } from "#components/ui/textarea";
import {
  editRotationAction,
  makeTeamDefaultAction,
  renameRotationAction,
  restoreRotationAction,
  retireRotationAction,
} from "#lib/rotations/actions";
import type { RotationView } from "#lib/rotations/views";
import { suggestTeamsAction } from "#lib/teams/actions";

type Props = { rotation: RotationView };

/** What it is there for, and whose it is. */
export function RotationFactsForm({ rotation: { slug, description, team } }: Props) {
  return (
    <Section title="What it is" id="facts">
      <Form action={editRotationAction} className="border-t pt-4">
        <input type="hidden" name="rotation" value={slug} />
        <Field label="Description" name="description" hint="What it is there for." isOptional>
          <Textarea rows={3} defaultValue={description ?? undefined} />
        </Field>
        <Field
          label="Team"
          name="team"
          hint="By its name or address. Its leads change the rotation, and its members may take its watch."
          isRequired
        >
          <Combobox suggest={suggestTeamsAction} defaultOption={{ value: team.slug, label: team.name }} />
        </Field>
        <FormActions>
          <Button type="submit" variant="primary">
            Save
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** The name and the address; the old address keeps leading here. */
export function RenameRotation({ rotation: { slug, name } }: Props) {
  return (
    <Section title="Name and address" id="rename">
      <Form action={renameRotationAction} className="border-t pt-4">
        <input type="hidden" name="rotation" value={slug} />
        <Field label="Name" name="name" isRequired>
          <Input defaultValue={name} autoComplete="off" maxLength={120} />
        </Field>
        <Field label="Address" name="slug" isRequired hint="The old address will lead to the new one.">
          <Input defaultValue={slug} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
        <FormActions>
          <Button type="submit">Rename</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** Which of a team's rotations its services use that name none. */
export function TeamDefault({ rotation: { slug, isTeamDefault, retiredAt, team } }: Props) {
  if (retiredAt) return null;
  return (
    <Section title="Default of the team" id="default">
      <div className="grid justify-items-start gap-3 border-t pt-4">
        <p className="max-w-[36rem] text-ink-soft">
          {isTeamDefault
            ? `Services of ${team.name} that name no rotation of their own are paged through this one. To change that, make another rotation the default.`
            : `Services of ${team.name} that name no rotation of their own are paged through another one.`}
        </p>
        {!isTeamDefault && (
          <Form action={makeTeamDefaultAction}>
            <input type="hidden" name="rotation" value={slug} />
            <Button type="submit">Make it the default</Button>
          </Form>
        )}
      </div>
    </Section>
  );
}

/** Takes the rotation out of use, or brings it back. */
export function RetireRotation({ rotation: { slug, name, services, retiredAt } }: Props) {
  const isRetired = retiredAt !== null;
  const paged = services === 1 ? "One service is" : `${services} services are`;
  return (
    <Section title={isRetired ? "Bring back" : "Retire"} id="retire">
      <div className="grid justify-items-start gap-3 border-t pt-4">
        <p className="max-w-[36rem] text-ink-soft">
          {isRetired
            ? "It comes back with its layers as they were."
            : `It leaves the lists, and nobody is paged through it; its past stays.${services > 0 ? ` ${paged} paged through it now.` : ""}`}
        </p>
        <ConfirmForm
          action={isRetired ? restoreRotationAction : retireRotationAction}
          label={isRetired ? "Bring back" : "Retire rotation"}
          confirmLabel={isRetired ? "Bring it back" : "Retire it"}
          title={isRetired ? `Bring back ${name}?` : `Retire ${name}?`}
          variant={isRetired ? "plain" : "danger"}
        >
          <input type="hidden" name="rotation" value={slug} />
          {isRetired ? "Its watch is stood again from now on." : "Nobody stands its watch until it is brought back."}
        </ConfirmForm>
      </div>
    </Section>
  );
}
