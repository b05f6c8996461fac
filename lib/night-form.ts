import "server-only";
import type { z } from "zod";
import { issuesOf } from "#lib/action";
import { callbackPath } from "#lib/auth/callback-path";
import { apiViewer, type Viewer } from "#lib/auth/viewer";
import { Invalid, KnownError, Unauthenticated } from "#lib/errors";

/** What a form says, with what its address says over it. */
export type Fields = Record<string, unknown>;
type Context = { params?: Promise<Fields> };

/**
 * Answers a plain form of the night: finds who sent it, checks what it says, does it, and leads back to the page and
 * place that the form names. Works without JavaScript and across a deploy; the form has to come from a page of this
 * server. What cannot be done is said in plain words, without losing the way back.
 */
export function nightForm<Schema extends z.ZodType>(
  schema: Schema,
  work: (viewer: Viewer, input: z.output<Schema>) => Promise<unknown>,
  findSender: (request: Request, fields: Fields) => Promise<Viewer> = (request) => apiViewer(request),
): (request: Request, context?: Context) => Promise<Response> {
  return async (request, context) => {
    const form = await request.formData().catch(() => new FormData());
    const place = placeOf(form);
    try {
      const fields: Fields = { ...Object.fromEntries(form), ...(await context?.params) };
      const viewer = await findSender(request, fields);
      const parsed = schema.safeParse(fields);
      if (!parsed.success) throw new Invalid(issuesOf(parsed.error));
      await work(viewer, parsed.data);
      return leadTo(place);
    } catch (error) {
      if (error instanceof Unauthenticated) return leadTo(`/sign-in?${new URLSearchParams({ callbackUrl: place })}`);
      if (error instanceof KnownError) return refused(error);
      throw error;
    }
  };
}

function placeOf(form: FormData): string {
  const anchor = form.get("anchor");
  const path = callbackPath(form.get("back")).replace(/#.*/s, "");
  return typeof anchor === "string" && anchor ? `${path}#${encodeURIComponent(anchor)}` : path;
}

const leadTo = (location: string) => new Response(null, { status: 303, headers: { location } });

function refused({ status, message }: KnownError): Response {
  const text = `${message}\n\nNothing was changed. Go back to read on.\n`;
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
