"use client";

import { useActionState, useEffect, useState } from "react";
import { takeCarriedText } from "#components/signatures/carried-text";
import { SignatureFields } from "#components/signatures/signature-fields";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { FormStateContext, idle } from "#components/ui/form-context";
import { Notice } from "#components/ui/notice";
import { Textarea } from "#components/ui/textarea";
import { useHydrated } from "#components/ui/use-hydrated";
import { type ReadError, readErrorAction, writeSignatureAction } from "#lib/signatures/actions";
import { proposePattern } from "#lib/signatures/propose";

/** Writes a signature: the error is pasted or came along, its pattern is proposed, and what it means is said. */
export function NewSignature({ service }: { service: { slug: string; name: string } }) {
  const address = `/services/${service.slug}/signatures/new`;
  const [state, submit] = useActionState(readErrorAction, idle, address);
  const isHydrated = useHydrated();
  const read = state.status === "done" ? (state.result as ReadError) : undefined;
  const [text, setText] = useState(read?.text ?? "");
  // A new text begins the pattern anew; typing in the text does not.
  const [proposed, setProposed] = useState(read?.pattern ?? "");

  useEffect(() => {
    const carried = takeCarriedText(address);
    if (!carried) return;
    setText(carried);
    setProposed(proposePattern(carried));
  }, [address]);

  function takeText(typed: string) {
    const isPaste = Math.abs(typed.length - text.length) > 8 || text === "";
    setText(typed);
    if (isPaste) setProposed(proposePattern(typed));
  }

  return (
    <div className="grid gap-6">
      <FormStateContext value={state}>
        <form action={submit} className="grid gap-3">
          {state.status === "failed" && <Notice tone="bad">{state.message}</Notice>}
          <Field
            label="The error"
            name="text"
            className="max-w-[52rem]!"
            hint="A log line, a stack trace or an alert. It is not kept: only the pattern is."
          >
            <Textarea
              rows={5}
              spellCheck={false}
              className="max-h-80 font-mono text-small"
              value={text}
              onChange={({ target }) => takeText(target.value)}
            />
          </Field>
          {!isHydrated && (
            <FormActions>
              <Button type="submit">Propose the pattern</Button>
            </FormActions>
          )}
        </form>
      </FormStateContext>
      <Form action={writeSignatureAction}>
        <input type="hidden" name="service" value={service.slug} />
        <SignatureFields key={proposed} service={service.slug} said={{ pattern: proposed }} sample={text} />
        <FormActions>
          <Button type="submit" variant="primary">
            Write it
          </Button>
          <ButtonLink href={`/services/${service.slug}/signatures`} variant="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  );
}
