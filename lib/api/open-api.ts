import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { AnswerDescription, Call } from "#lib/api/call";
import { calls } from "#lib/api/calls";

const Problem = z
  .object({
    type: z.string().meta({ example: "urn:watchbill:problem:not-valid" }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z
      .array(z.object({ path: z.string().meta({ example: "links.0.url" }), message: z.string() }))
      .optional()
      .meta({ description: "For bad input: which field, and what is wrong with it" }),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

const problems: Record<number, string> = {
  401: "Without a valid token or session",
  403: "It may not",
  404: "It is not there, or not visible",
  409: "A conflict with what is there",
  413: "The body is too large",
  415: "The body is of another type",
  422: "Input that does not validate",
  503: "Overloaded, or the database is away: try again after `Retry-After` seconds",
};

/** The description of the REST interface, made of the schemas that validate its requests. */
export function openApiDocument() {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Watchbill",
      version: "1",
      summary: "Every service with its team, its watch, its notes and its runbooks",
      description:
        "Times are RFC 3339 instants; spans are half-open. People are named by e-mail, everything else by slug. A field or parameter that a call does not know is refused.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(calls.map(({ tag }) => tag))].map((name) => ({ name })),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A personal or a service token" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "watchbill.session",
          description: "A browser session; it may write only with an `Origin` equal to the server's own",
        },
      },
    },
    paths: pathsOf(calls),
  });
}

function pathsOf(described: readonly Call[]): ZodOpenApiPathsObject {
  const byPath = Map.groupBy(described, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, ofPath]) => [
      path,
      Object.fromEntries(ofPath.map((call) => [call.method.toLowerCase(), operationOf(call)])),
    ]),
  );
}

function operationOf(call: Call): ZodOpenApiOperationObject {
  const { id, tag, summary, description, params, query } = call;
  const requestParams = { ...(params ? { path: params } : {}), ...(query ? { query } : {}) };
  const answers = Object.entries(call.answers).map(([status, answer]) => [status, answerOf(answer)]);
  const failures = problemsOf(call).map((status) => [status, problemOf(status, call)]);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    requestParams,
    ...requestBodyOf(call),
    responses: Object.fromEntries([...answers, ...failures]),
  };
}

function requestBodyOf({
  body,
  isBodyOptional,
  textBody,
  fileField,
  example,
}: Call): Pick<ZodOpenApiOperationObject, "requestBody"> {
  if (textBody) {
    const content = Object.fromEntries(textBody.map((type) => [type, { schema: { type: "string" as const } }]));
    return { requestBody: { required: true, content } };
  }
  if (fileField) {
    const file = { type: "string" as const, format: "binary" };
    const schema = { type: "object" as const, properties: { [fileField]: file }, required: [fileField] };
    return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
  }
  if (!body) return {};
  const content = { "application/json": { schema: body, ...exampleOf(example) } };
  return { requestBody: { required: !isBodyOptional, content } };
}

function answerOf({ description, schema, example }: AnswerDescription) {
  if (!schema) return { description };
  return { description, content: { "application/json": { schema, ...exampleOf(example) } } };
}

const exampleOf = (example: unknown) => (example === undefined ? {} : { example });

function problemsOf({ params, query, body, textBody, fileField, problems: more = [] }: Call): number[] {
  const ofInput = query || body || textBody || fileField ? [422] : [];
  const ofBody = body || textBody || fileField ? [413, 415] : [];
  return [...new Set([401, 403, ...(params ? [404] : []), ...ofBody, ...ofInput, ...more, 503])].toSorted(
    (one, other) => one - other,
  );
}

function problemOf(status: number, { id, conflict }: Call) {
  const schema = status === 409 && conflict ? conflictOf(id, conflict) : Problem;
  return { description: problems[status] ?? "", content: { "application/problem+json": { schema } } };
}

const conflictOf = (id: string, members: z.ZodObject) =>
  Problem.extend(members.partial().shape).meta({ id: `${id}Conflict`, description: "RFC 9457" });
