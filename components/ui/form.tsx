"use client";

import { type ComponentProps, type ReactNode, useActionState, useEffect, useEffectEvent, useRef } from "react";
import { classNames } from "#components/ui/class-name";
import { FormStateContext, idle } from "#components/ui/form-context";
import { Notice } from "#components/ui/notice";
import type { FormState } from "#lib/form-state";

export type FormAction = (state: FormState, formData: FormData) => Promise<FormState>;

type FormProps = Omit<ComponentProps<"form">, "action" | "children"> & {
  action: FormAction;
  /** Where a browser without JavaScript lands with the form's answer, when that is not this page. */
  permalink?: string;
  /** Called once after each success, for example to close the dialog around the form. */
  onDone?: (state: Extract<FormState, { status: "done" }>) => void;
  children: ReactNode;
};

/** A form on a server action. On failure it says why, keeps what was typed and leads to the first bad field. */
export function Form({ action, permalink, onDone, className, children, ...props }: FormProps) {
  const [state, submit] = useActionState(action, idle, permalink);
  const form = useRef<HTMLFormElement>(null);
  const reactToDone = useEffectEvent((done: Extract<FormState, { status: "done" }>) => onDone?.(done));

  useEffect(() => {
    if (state.status === "failed") focusFirstProblem(form.current);
    if (state.status === "done") reactToDone(state);
  }, [state]);

  return (
    <FormStateContext value={state}>
      <form {...props} ref={form} action={submit} noValidate className={classNames("grid gap-5", className)}>
        <FormMessage state={state} />
        {children}
      </form>
    </FormStateContext>
  );
}

function FormMessage({ state }: { state: FormState }) {
  if (state.status === "failed") {
    const sentences = [state.message, ...(state.errors[""] ?? [])];
    return (
      <div role="alert" tabIndex={-1} data-form-message="">
        <Notice tone="bad">{sentences.join(" ")}</Notice>
      </div>
    );
  }
  if (state.status === "done" && state.message) {
    return (
      <div role="status">
        <Notice tone="ok">{state.message}</Notice>
      </div>
    );
  }
  return null;
}

function focusFirstProblem(form: HTMLFormElement | null) {
  const problem = form?.querySelector<HTMLElement>(
    '[aria-invalid="true"]:not(:disabled), [data-form-message]:only-child',
  );
  (problem ?? form?.querySelector<HTMLElement>("[data-form-message]"))?.focus();
}
