"use client";

import { TeamField } from "#components/services/team-field";
import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { transferServiceAction } from "#lib/services/actions";

type TransferFormProps = { slug: string; role: "delivery" | "ops"; isOwned: boolean };

const words = {
  delivery: { label: "New delivery team", button: "Transfer", nobody: "Nobody: leave it without a delivery team" },
  ops: { label: "New ops team", button: "Change the ops team", nobody: "Nobody: leave it without an ops team" },
};

/** Gives a service to another team in one role, from now on. */
export function TransferForm({ slug, role, isOwned }: TransferFormProps) {
  const { label, button, nobody } = words[role];
  return (
    <Form action={transferServiceAction}>
      <input type="hidden" name="service" value={slug} />
      <input type="hidden" name="role" value={role} />
      <TeamField label={label} name="toTeam" hint="A team's name, or its address." isRequired />
      {isOwned && <Checkbox name="nobody" label={nobody} hint="It is listed as a gap until a team takes it." />}
      <FormActions>
        <Button type="submit" variant="primary">
          {button}
        </Button>
      </FormActions>
    </Form>
  );
}
