import { personAddress } from "#components/people/person-link";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { createPersonAction, editPersonAction } from "#lib/people/actions";
import type { PersonView } from "#lib/people/queries";

/** What is asked of somebody new. */
export function NewPersonForm() {
  return (
    <Form action={createPersonAction}>
      <Field label="Name" name="name" isRequired>
        <Input autoComplete="off" />
      </Field>
      <Field label="E-mail" name="email" isRequired hint="They sign in with it, and it is the address of their page.">
        <Input type="email" autoComplete="off" />
      </Field>
      <ProfileFields />
      <Field label="Handle" name="handle" isOptional hint="The name by which catalog descriptors speak of them.">
        <Input autoComplete="off" spellCheck={false} />
      </Field>
      <Ending label="Add person" cancel="/people" />
    </Form>
  );
}

/** What a person says of themselves. */
export function EditPersonForm({ person }: { person: PersonView }) {
  return (
    <Form action={editPersonAction}>
      <input type="hidden" name="person" value={person.address} />
      <Field label="Name" name="name" isRequired>
        <Input autoComplete="off" defaultValue={person.name} />
      </Field>
      <ProfileFields {...person} />
      <Ending label="Save" cancel={personAddress(person.address)} />
    </Form>
  );
}

function ProfileFields({ title, timeZone }: Partial<Pick<PersonView, "title" | "timeZone">>) {
  return (
    <>
      <Field label="Title" name="title" isOptional hint="What they do, such as “Staff engineer, payments”.">
        <Input autoComplete="off" defaultValue={title ?? undefined} />
      </Field>
      <Field label="Time zone" name="timeZone" isOptional hint="Such as Europe/Lisbon. Times are shown in it.">
        <Input autoComplete="off" spellCheck={false} list="time-zones" defaultValue={timeZone ?? undefined} />
      </Field>
      <datalist id="time-zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

function Ending({ label, cancel }: { label: string; cancel: string }) {
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
