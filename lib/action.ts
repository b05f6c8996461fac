import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Viewer } from "#lib/auth/policy";
import { requireViewer } from "#lib/auth/viewer";
import { Conflict, Invalid, KnownError } from "#lib/errors";
import type { FormState } from "#lib/form-state";
import { readForm, typedValues } from "#lib/form-values";

/** What an action leaves behind when it does not redirect. */
export type Outcome = { message?: string; result?: unknown } | undefined;

/**
 * Makes a server action of a command: reads the form, validates it by `schema`, finds the viewer, and turns a known
 * error into words beside the field it concerns, with everything typed given back. Redirects and bugs pass through.
 * Blanks around what was typed are cut off, except in the fields named by `verbatim`.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  work: (viewer: Viewer, input: z.output<Schema>) => Promise<Outcome>,
  { verbatim = [] }: { verbatim?: readonly string[] } = {},
): (state: FormState, form: FormData) => Promise<FormState> {
  return async (_state, form) => {
    const viewer = await requireViewer();
    const parsed = schema.safeParse(readForm(form, verbatim));
    if (!parsed.success) return failed(form, new Invalid(issuesOf(parsed.error)));
    try {
      return { status: "done", ...(await work(viewer, parsed.data)) };
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof KnownError) return failed(form, error);
      throw error;
    }
  };
}

/** The issues of a zod error as dotted paths with messages. */
export function issuesOf(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
}

/** A form that was refused: why, beside which fields, and everything that was typed. */
export function failed(form: FormData, error: KnownError): FormState {
  const errors = fieldErrors(error);
  const message =
    Object.keys(errors).length > 0 && error instanceof Invalid ? "Some of this needs another look." : error.message;
  return { status: "failed", message, errors, values: typedValues(form) };
}

function fieldErrors(error: KnownError): Record<string, string[]> {
  if (error instanceof Conflict && error.path) return { [error.path]: [error.message] };
  if (!(error instanceof Invalid)) return {};
  const byPath = Map.groupBy(
    error.errors.filter((one) => one.path !== ""),
    (one) => one.path,
  );
  return Object.fromEntries([...byPath].map(([path, list]) => [path, list.map((one) => one.message)]));
}
