import "server-only";
import { z } from "zod";
import { readJson } from "#lib/api/body";
import { type Call, type CallMethod, changesNothing } from "#lib/api/call";
import { problem, problemAnswer } from "#lib/api/problem";
import { inPassing } from "#lib/api/taking";
import { apiViewer, seekToken } from "#lib/auth/api-viewer";
import { refusalOfVisit } from "#lib/auth/demo-visit";
import type { Viewer } from "#lib/auth/policy";
import { Forbidden, Invalid, NotFound } from "#lib/errors";

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Given<Params, Query, Body> = { params: Output<Params>; query: Output<Query>; body: Output<Body> };
type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = (request: Request, context: Context) => Promise<Response>;
type Schema = z.ZodObject | undefined;

const methods = ["GET", "PUT", "POST", "DELETE", "PATCH"] as const;
type Method = (typeof methods)[number];

/** The handler of one call: finds the viewer, validates what came, and turns an error into a problem. */
export function answer<Params extends Schema, Query extends Schema, Body extends Schema>(
  call: Call<Params, Query, Body>,
  work: (given: Given<Params, Query, Body> & { viewer: Viewer; request: Request }) => Promise<Response>,
): RouteHandler {
  const query = call.query?.strict() ?? z.strictObject({});
  const body = call.body?.strict();
  return guarded(async (request, context) => {
    const viewer = await apiViewer(request);
    if (!changesNothing(call)) refuseReader(viewer, call);
    const given = {
      params: readParams(call, await context.params),
      query: readQuery(query, request),
      body: body && readBody(body, call.ignores, await readJson(request, call.isBodyOptional)),
    };
    return work({ viewer, request, ...given } as Given<Params, Query, Body> & { viewer: Viewer; request: Request });
  });
}

// Next.js knows what comes after an answer only of those that it gives itself.
const seek = seekToken(inPassing);

/** The same for the hottest reads: `work` begins while the viewer is still being looked up, and waits for it itself. */
export function answerWhileAsking<Params extends Schema>(
  call: Call<Params, undefined, undefined>,
  work: (given: { viewer: Promise<Viewer>; params: Output<Params> }) => Promise<Response>,
): RouteHandler {
  return guarded(async (request, context) => {
    const params = readParams(call, await context.params) as Output<Params>;
    return work({ viewer: apiViewer(request, seek), params });
  });
}

/** The exports of a route file: its calls, and a problem with `Allow` for every other method. */
export function apiRoute(
  handlers: Partial<Record<CallMethod, RouteHandler>>,
): Record<Method | "OPTIONS", RouteHandler> {
  const known = methods.filter((method) => method in handlers);
  const allow = [...known, ...(handlers.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refuse: RouteHandler = async ({ method }) =>
    problem({ title: "Method not allowed", status: 405, detail: `${method} is not answered here.` }, { allow });
  const answered = methods.map((method) => [method, handlers[method as CallMethod] ?? refuse]);
  const options: RouteHandler = async () => new Response(null, { status: 204, headers: { allow } });
  return { ...Object.fromEntries(answered), OPTIONS: options };
}

/** An answer with a body; `value` is written as it is when it is JSON text already. */
export function json(value: object | string, status = 200): Response {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return new Response(text, { status, headers: answerHeaders });
}

export const noContent = () => new Response(null, { status: 204, headers: { "cache-control": "no-store" } });

const answerHeaders = { "content-type": "application/json", "cache-control": "no-store" };

function guarded(handler: RouteHandler): RouteHandler {
  return async (request, context) => {
    try {
      refuseStrangerToDemo(request);
      return await handler(request, context);
    } catch (error) {
      return problemAnswer(error);
    }
  };
}

// The proxy does this for pages; calls do not pass through it, because it would cost as much as the call itself.
function refuseStrangerToDemo(request: Request): void {
  const refusal = refusalOfVisit(request);
  if (refusal) throw new Forbidden(refusal);
}

// Commands decide in full; this only spares a token that can never write the errors of its body.
function refuseReader({ scope }: Viewer, { isIntake }: Call): void {
  if (scope === "read" || (scope === "intake" && !isIntake)) throw new Forbidden("This token may not change anything.");
}

/** An address that cannot exist is not found; only where a thing would be created under it is it bad input. */
function readParams({ method, params }: Call<Schema, Schema, Schema>, given: Record<string, unknown>): unknown {
  if (!params) return undefined;
  const parsed = params.safeParse(given);
  if (parsed.success) return parsed.data;
  if (method === "PUT") throw new Invalid(errorsOf(parsed.error, params, "parameter"));
  throw new NotFound();
}

/** The parameters of the address; an empty one counts as not given, an unknown one is refused. */
function readQuery(schema: z.ZodObject, request: Request): unknown {
  const start = request.url.indexOf("?");
  const given: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(start < 0 ? "" : request.url.slice(start))) {
    if (value === "") continue;
    const before = given[name];
    given[name] = before === undefined ? value : [before, value].flat();
  }
  return validated(schema, given, "parameter");
}

function readBody(schema: z.ZodObject, ignores: readonly string[] = [], value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Invalid("The body has to be a JSON object.");
  }
  const given = Object.fromEntries(Object.entries(value).filter(([key]) => !ignores.includes(key)));
  return validated(schema, given, "field");
}

function validated(schema: z.ZodObject, given: Record<string, unknown>, what: "field" | "parameter"): unknown {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Invalid(errorsOf(parsed.error, schema, what));
}

/** Of what stands within a field it is not said what is known. */
function unknownKey(path: PropertyKey[], key: string, what: string, known: string) {
  const says = path.length === 0 ? `There is no ${what} “${key}”; known are: ${known}.` : `There is no field “${key}”.`;
  return { path: [...path, key].join("."), message: says };
}

function errorsOf(error: z.ZodError, schema: z.ZodObject, what: "field" | "parameter") {
  const known = Object.keys(schema.shape).join(", ") || "none";
  return error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => unknownKey(issue.path, key, what, known))
      : [{ path: issue.path.join("."), message: issue.message }],
  );
}
