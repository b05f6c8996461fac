"use client";

import { useActionState, useEffect, useEffectEvent, useRef, useTransition } from "react";
import { pasteAddress } from "#components/search/paste-address";
import { PasteResults } from "#components/search/paste-results";
import { takeCarriedText, textCarried } from "#components/signatures/carried-text";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormStateContext, idle } from "#components/ui/form-context";
import { Notice } from "#components/ui/notice";
import { Textarea } from "#components/ui/textarea";
import { type PasteResult, pasteErrorAction } from "#lib/search/actions";

/** The page on which an error is pasted: a box, and beneath it everything that is known about it. */
export function PasteError() {
  const [state, submit] = useActionState(pasteErrorAction, idle, pasteAddress);
  const [isPending, startTransition] = useTransition();
  const results = useRef<HTMLElement>(null);
  const result = state.status === "done" ? (state.result as PasteResult) : undefined;

  const ask = useEffectEvent((text: string) => {
    const form = new FormData();
    form.set("text", text);
    startTransition(() => submit(form));
  });
  useEffect(() => {
    function take() {
      const carried = takeCarriedText(pasteAddress);
      if (carried) ask(carried);
    }
    take();
    document.addEventListener(textCarried, take);
    return () => document.removeEventListener(textCarried, take);
  }, []);
  useEffect(() => {
    if (state.status === "done") results.current?.focus();
  }, [state]);

  return (
    <>
      <FormStateContext value={state}>
        <form action={submit} className="mb-8 grid gap-3">
          {state.status === "failed" && !state.errors.text && (
            <div role="alert">
              <Notice tone="bad">{state.message}</Notice>
            </div>
          )}
          <Field
            label="The error"
            name="text"
            className="max-w-[60rem]!"
            hint="A log, a stack trace or an alert, up to 64 kB. It is searched and not kept."
          >
            <Textarea
              key={result?.text}
              rows={7}
              spellCheck={false}
              autoFocus={!result}
              className="max-h-96 font-mono text-small"
              defaultValue={result?.text}
            />
          </Field>
          <FormActions>
            <Button type="submit" variant="primary">
              Find what it means
            </Button>
            {isPending && (
              <span role="status" className="text-ink-soft text-small">
                Searching…
              </span>
            )}
          </FormActions>
        </form>
      </FormStateContext>
      {result && (
        <section ref={results} tabIndex={-1} className="outline-none" aria-label="What is known about it">
          <PasteResults {...result} />
        </section>
      )}
    </>
  );
}
