"use client";

import { use } from "react";
import { Button } from "#components/ui/button";
import { CodeBlock } from "#components/ui/code-block";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormStateContext } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import { Notice } from "#components/ui/notice";
import { RadioGroup } from "#components/ui/radio-group";
import { Select } from "#components/ui/select";
import { createOwnTokenAction, createServiceTokenAction } from "#lib/auth/actions";
import { tokenLifetimesDays } from "#lib/auth/inputs";
import { scopeChoices } from "#lib/auth/scopes";

const kinds = {
  own: {
    action: createOwnTokenAction,
    scopes: scopeChoices(["read", "write", "admin"]),
    days: 90,
    hint: "What will use it, so that you know it when you want to revoke it.",
  },
  service: {
    action: createServiceTokenAction,
    scopes: scopeChoices(["read", "write", "admin", "intake"]),
    days: 365,
    hint: "The program and where it runs, such as “catalog import, build server”.",
  },
};

/** Creates an API token, the viewer's own or one for a program, and shows it this one time. */
export function TokenForm({ kind }: { kind: keyof typeof kinds }) {
  const { action, scopes, days, hint } = kinds[kind];
  return (
    <Form action={action}>
      <NewToken />
      <Field label="Name" name="name" hint={hint} isRequired>
        <Input autoComplete="off" maxLength={120} />
      </Field>
      <RadioGroup legend="It may" name="scope" options={scopes} defaultValue={scopes[0]?.value} />
      <Field label="Good for" name="days">
        <Select defaultValue={String(days)}>
          {tokenLifetimesDays.map((choice) => (
            <option key={choice} value={choice}>
              {choice === 0 ? "as long as nobody revokes it" : `${choice} days`}
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
      <Notice tone="ok" title={`“${name}” is ready.`} className="max-w-[46rem]">
        Copy it now: only its fingerprint is kept, so it cannot be shown again.
        <CodeBlock code={text} className="mt-2" />
      </Notice>
    </div>
  );
}
