"use client";

import { Button } from "#components/ui/button";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { RadioGroup } from "#components/ui/radio-group";
import { addDependencyAction, suggestServicesAction } from "#lib/services/actions";

const kinds = [
  { value: "hard", label: "hard", hint: "It cannot do its work without." },
  { value: "soft", label: "soft", hint: "It goes on without, less well." },
];

/** Notes that a service needs another. */
export function DependencyForm({ service }: { service: string }) {
  return (
    <Form action={addDependencyAction}>
      <input type="hidden" name="service" value={service} />
      <Field
        label="It needs"
        name="needs"
        hint="A service by its name, or by its address such as session-cache."
        isRequired
      >
        <Combobox suggest={suggestServicesAction} />
      </Field>
      <RadioGroup legend="How much" name="kind" options={kinds} defaultValue="hard" />
      <Button type="submit" variant="primary" className="justify-self-start">
        Note the need
      </Button>
    </Form>
  );
}
