"use client";

import { FactFields } from "#components/services/fact-fields";
import { TeamField } from "#components/services/team-field";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { createServiceAction } from "#lib/services/actions";

type NewServiceFormProps = { name?: string; team?: { slug: string; name: string } };

/** Creates a service. */
export function NewServiceForm({ name, team }: NewServiceFormProps) {
  return (
    <Form action={createServiceAction}>
      <Field label="Name" name="name" hint="As people say it." isRequired>
        <Input defaultValue={name} autoComplete="off" maxLength={120} />
      </Field>
      <Field label="Address" name="slug" hint="Made from the name when left empty: session-cache." isOptional>
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <TeamField
        label="Delivery team"
        name="team"
        hint="Who writes it stands its watch. A team's name, or its address."
        team={team}
      />
      <TeamField label="Ops team" name="opsTeam" hint="Who has its back." />
      <FactFields />
      <FormActions>
        <Button type="submit" variant="primary">
          Create service
        </Button>
        <ButtonLink href="/services" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
