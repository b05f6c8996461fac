"use client";

import { createContext, use } from "react";
import type { FormState } from "#lib/form-state";

export const idle: FormState = { status: "idle" };

/** The state of the form around a control; `idle` outside any form. */
export const FormStateContext = createContext<FormState>(idle);

export type FieldIdentity = {
  id: string;
  name: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  isRequired: boolean;
};

/** The field around a control, which gives it its name, its label and its error. */
export const FieldContext = createContext<FieldIdentity | undefined>(undefined);

/** What is wrong with the field called `name`, one sentence each. */
export function useFieldErrors(name: string): string[] {
  const state = use(FormStateContext);
  return state.status === "failed" ? (state.errors[name] ?? []) : [];
}

/** Everything that was typed under `name` before the form failed, or undefined when it has not failed. */
export function useTyped(name: string | undefined): string[] | undefined {
  const state = use(FormStateContext);
  if (state.status !== "failed" || name === undefined) return undefined;
  return [state.values[name] ?? []].flat();
}

type OwnProps = { id?: string; name?: string; required?: boolean; "aria-describedby"?: string };

/** The attributes that tie a control to the field around it; what the control says of itself wins. */
export function useControl({ id, name, required, "aria-describedby": describedBy }: OwnProps) {
  const field = use(FieldContext);
  return {
    id: id ?? field?.id,
    name: name ?? field?.name,
    required: required ?? (field?.isRequired || undefined),
    "aria-describedby": [describedBy, field?.describedBy].filter(Boolean).join(" ") || undefined,
    "aria-invalid": field?.isInvalid || undefined,
  };
}
