"use client";

import { Button } from "#components/ui/button";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Input } from "#components/ui/input";
import type { ComboboxOption } from "#components/ui/use-suggestions";
import { suggestPeopleAction } from "#lib/people/actions";
import { declareExpertAction } from "#lib/services/actions";

/** Names somebody as an expert of a service; the reader by default. */
export function ExpertForm({ slug, self }: { slug: string; self?: ComboboxOption }) {
  return (
    <Form action={declareExpertAction}>
      <input type="hidden" name="service" value={slug} />
      <Field label="Who knows it" name="person" hint="A name, or an e-mail address." isRequired>
        <Combobox suggest={suggestPeopleAction} defaultOption={self} />
      </Field>
      <Field label="What of it" name="note" hint="Such as “wrote the tax rules; ask me about rounding”." isOptional>
        <Input maxLength={300} />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-start">
        Name as expert
      </Button>
    </Form>
  );
}
