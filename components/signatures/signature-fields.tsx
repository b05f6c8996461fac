"use client";

import { useState } from "react";
import { PatternCheck } from "#components/signatures/pattern-check";
import { Combobox } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Textarea } from "#components/ui/textarea";
import { suggestRunbookStepsAction } from "#lib/signatures/actions";
import { writeLabels } from "#lib/signatures/labels";
import type { SignatureView } from "#lib/signatures/views";

type Said = Pick<SignatureView, "pattern" | "labels" | "meaning" | "cause" | "confirm" | "firstStep" | "runbook">;
type SignatureFieldsProps = { service: string; said: Partial<Said>; sample: string };

/** What is said of an error. `sample` is the error itself, against which the pattern is tried while it is written. */
export function SignatureFields({ service, said, sample }: SignatureFieldsProps) {
  const [pattern, setPattern] = useState(said.pattern ?? "");
  const { runbook } = said;
  const step = runbook && `${runbook.slug}${runbook.anchor ? `#${runbook.anchor}` : ""}`;
  return (
    <>
      <Field
        label="Pattern"
        name="pattern"
        isRequired
        className="max-w-[52rem]!"
        hint="Phrases of the error, one a line; all have to occur, in any order. * is any run of characters of a line."
      >
        <Textarea
          rows={3}
          spellCheck={false}
          className="font-mono text-small"
          defaultValue={said.pattern}
          onChange={({ target }) => setPattern(target.value)}
        />
        <PatternCheck pattern={pattern} text={sample} />
      </Field>
      <Field label="What it means" name="meaning" isRequired hint="One line, such as “The cache layer is down”.">
        <Input autoComplete="off" maxLength={300} defaultValue={said.meaning} />
      </Field>
      <Field label="First step" name="firstStep" isRequired hint="What whoever is woken by it does first.">
        <Textarea rows={2} className="min-h-[calc(2lh+1rem)]!" defaultValue={said.firstStep} />
      </Field>
      <Field label="How to confirm it" name="confirm" isOptional>
        <Textarea rows={2} className="min-h-[calc(2lh+1rem)]!" defaultValue={said.confirm} />
      </Field>
      <Field label="Cause" name="cause" isOptional>
        <Textarea rows={2} className="min-h-[calc(2lh+1rem)]!" defaultValue={said.cause} />
      </Field>
      <Field
        label="Runbook"
        name="runbook"
        isOptional
        hint="A runbook of this service, or a step of it, such as redis-down#mitigation-2."
      >
        <Combobox
          suggest={(query) => suggestRunbookStepsAction(service, query)}
          {...(step && { defaultOption: { value: step, label: step } })}
        />
      </Field>
      <Field label="Labels" name="labels" isOptional hint="That an alert has to carry, as name=value, one a line.">
        <Textarea
          rows={1}
          spellCheck={false}
          className="min-h-0! font-mono text-small"
          defaultValue={said.labels && writeLabels(said.labels)}
        />
      </Field>
    </>
  );
}
