import { personAddress } from "#components/people/person-link";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { Fieldset } from "#components/ui/fieldset";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import type { ComboboxOption } from "#components/ui/use-suggestions";
import { suggestRegionsAction } from "#lib/people/absence-actions";
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

/** What a person says of themselves. `region` is the one whose holidays count, by its name. */
export function EditPersonForm({ person, region }: { person: PersonView; region: ComboboxOption | undefined }) {
  return (
    <Form action={editPersonAction}>
      <input type="hidden" name="person" value={person.address} />
      <Field label="Name" name="name" isRequired>
        <Input autoComplete="off" defaultValue={person.name} />
      </Field>
      <ProfileFields {...person} />
      <RhythmFields {...person} region={region} />
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

type RhythmFieldsProps = Pick<PersonView, "wakesAt" | "sleepsAt"> & { region: ComboboxOption | undefined };

/** When they are awake and on holiday, so that a roster can say where a watch meets it. */
function RhythmFields({ wakesAt, sleepsAt, region }: RhythmFieldsProps) {
  return (
    <>
      <Fieldset
        legend="Waking hours"
        hint="By the clocks of your zone. The roster says where a watch reaches into your sleep; left empty, the night is 22:00 to 06:00."
      >
        <div className="grid grid-cols-2 gap-4 sm:max-w-72">
          <Field label="From" name="wakesAt">
            <Input type="time" defaultValue={wakesAt ?? undefined} />
          </Field>
          <Field label="Until" name="sleepsAt">
            <Input type="time" defaultValue={sleepsAt ?? undefined} />
          </Field>
        </div>
      </Fieldset>
      <Field
        label="Public holidays"
        name="holidayRegion"
        isOptional
        hint="The country or the part of one whose holidays are yours, by name or code: Portugal, DE-BE."
      >
        <Combobox suggest={suggestRegionsAction} defaultOption={region} />
      </Field>
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
