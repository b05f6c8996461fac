import "server-only";
import { isDatabaseAway } from "#db/client";
import { Conflict, Invalid, KnownError, Unavailable } from "#lib/errors";

/** RFC 9457. `errors` only for bad input; paths are dotted as in `links.0.url`. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { path: string; message: string }[];
};

/** The answer to a call that failed. What is no known error is logged here and stays behind plain words. */
export function problemAnswer(error: unknown): Response {
  if (error instanceof KnownError) return knownProblem(error);
  if (isDatabaseAway(error)) return knownProblem(new Unavailable("The database does not answer. Try again shortly."));
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${causeOf(error)}`);
  return problem({
    title: "Something broke",
    status: 500,
    detail: "The server could not finish this. It is not your call.",
  });
}

export function problem({ title, ...rest }: Omit<Problem, "type">, headers: Record<string, string> = {}): Response {
  const body: Problem = { type: `urn:watchbill:problem:${title.toLowerCase().replaceAll(" ", "-")}`, title, ...rest };
  return Response.json(body, {
    status: body.status,
    headers: { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

function knownProblem(error: KnownError): Response {
  const { title, status, message: detail } = error;
  const members = error instanceof Conflict ? error.members : undefined;
  return problem({ ...members, title, status, detail, ...errorsOf(error) }, headersOf(error));
}

function errorsOf(error: KnownError): Pick<Problem, "errors"> {
  if (error instanceof Invalid) return { errors: error.errors };
  if (error instanceof Conflict && error.path) return { errors: [{ path: error.path, message: error.message }] };
  return {};
}

function headersOf(error: KnownError): Record<string, string> {
  if (error.status === 401) return { "www-authenticate": 'Bearer realm="Watchbill"' };
  if ("retryAfterSeconds" in error) return { "retry-after": String(error.retryAfterSeconds) };
  return {};
}

function causeOf(error: unknown): string {
  return error instanceof Error && error.cause ? `Caused by: ${String(error.cause)}\n` : "";
}
