import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Field } from "#components/ui/field";
import { Form, type FormAction } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { Section } from "#components/ui/section";
import {
  changeEmailAction,
  deactivatePersonAction,
  makeAdministratorAction,
  reactivatePersonAction,
  signOutPersonAction,
  withdrawAdministratorAction,
} from "#lib/people/actions";
import type { PersonView } from "#lib/people/queries";

/** What only administrators do with a person. */
export function Administration({ person }: { person: PersonView }) {
  if (!person.permissions.canAdminister) return null;
  return (
    <Section title="For administrators" id="administration">
      <Form action={changeEmailAction} className="border-t py-4">
        <input type="hidden" name="person" value={person.address} />
        <Field
          label="E-mail"
          name="email"
          isRequired
          hint="They sign in with the new address from then on; links to the old one lead to the new."
        >
          <Input type="email" autoComplete="off" defaultValue={person.email ?? undefined} />
        </Field>
        <FormActions>
          <Button type="submit">Change e-mail</Button>
        </FormActions>
      </Form>
      <div className="rows">
        <Standing person={person} />
        <Administrator person={person} />
        {!person.deactivatedAt && person.permissions.canSignOut && (
          <Deed
            person={person}
            action={signOutPersonAction}
            label="Sign out everywhere"
            title={`Sign ${person.name} out everywhere?`}
            says="Every browser in which they are signed in asks them to sign in again."
          />
        )}
      </div>
    </Section>
  );
}

function Standing({ person }: { person: PersonView }) {
  return person.deactivatedAt ? (
    <Deed
      person={person}
      action={reactivatePersonAction}
      label="Reactivate"
      title={`Reactivate ${person.name}?`}
      says="They can sign in again, and are in the teams they were in. Old sessions and tokens stay dead."
    />
  ) : (
    <Deed
      person={person}
      action={deactivatePersonAction}
      label="Deactivate"
      title={`Deactivate ${person.name}?`}
      says="Their sessions end at once and their tokens are revoked. They stay in their teams, shown as deactivated, until a lead takes them out."
      isGrave
    />
  );
}

function Administrator({ person }: { person: PersonView }) {
  if (person.isAdministrator) {
    return (
      <Deed
        person={person}
        action={withdrawAdministratorAction}
        label="End administration"
        title={`End the administration of ${person.name}?`}
        says="They can no longer manage people, teams, tokens and imports."
        isGrave
      />
    );
  }
  if (person.deactivatedAt || !person.email) return null;
  return (
    <Deed
      person={person}
      action={makeAdministratorAction}
      label="Make administrator"
      title={`Make ${person.name} an administrator?`}
      says="They can manage people, teams, tokens and imports. They read no records by it."
    />
  );
}

type DeedProps = {
  person: PersonView;
  action: FormAction;
  label: string;
  title: string;
  says: ReactNode;
  isGrave?: boolean;
};

function Deed({ person, action, label, title, says, isGrave }: DeedProps) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 py-3">
      <p className="min-w-0 max-w-[36rem] flex-1 basis-72 text-ink-soft">{says}</p>
      <ConfirmForm
        action={action}
        label={label}
        confirmLabel={label}
        title={title}
        size="small"
        variant={isGrave ? "danger" : "plain"}
      >
        <input type="hidden" name="person" value={person.address} />
        {says}
      </ConfirmForm>
    </div>
  );
}
