"use client";

import { use } from "react";
import { Button } from "#components/ui/button";
import { CodeBlock } from "#components/ui/code-block";
import { Field } from "#components/ui/field";
import { Form, type FormAction } from "#components/ui/form";
import { FormStateContext } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import { Notice } from "#components/ui/notice";
import { RadioGroup } from "#components/ui/radio-group";
import { Select } from "#components/ui/select";
import { tokenLifetimesDays } from "#lib/auth/inputs";

export type ScopeChoice = { value: string; label: string; hint: string };

type TokenFormProps = { action: FormAction; scopes: readonly ScopeChoice[]; defaultDays: number; nameHint: string };

/** Creates an API token and shows it, this one time. */
export function TokenForm({ action, scopes, defaultDays, nameHint }: TokenFormProps) {
  return (
    <Form action={action}>
      <NewToken />
      <Field label="Name" name="name" hint={nameHint} isRequired>
        <Input autoComplete="off" maxLength={120} />
      </Field>
      <RadioGroup legend="It may" name="scope" options={scopes} defaultValue={scopes[0]?.value} />
      <Field label="Good for" name="days">
        <Select defaultValue={String(defaultDays)}>
          {tokenLifetimesDays.map((days) => (
            <option key={days} value={days}>
              {days === 0 ? "as long as nobody revokes it" : `${days} days`}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" variant="primary" className="justify-self-start">
        Create token
      </Button>
    </Form>
  );
}

function NewToken() {
  const state = use(FormStateContext);
  if (state.status !== "done") return null;
  const { name, text } = state.result as { name: string; text: string };
  return (
    <div role="status">
      <Notice tone="ok" title={`“${name}” is ready.`}>
        Copy it now: only its fingerprint is kept, so it cannot be shown again.
        <CodeBlock code={text} className="mt-2" />
      </Notice>
    </div>
  );
}
