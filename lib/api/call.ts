import type { z } from "zod";

export type CallMethod = "GET" | "PUT" | "POST" | "DELETE";

/** What a call answers with a status below 400. Without `schema` the answer has no body. */
export type AnswerDescription = { description: string; schema?: z.ZodType; example?: unknown };

/** One call of the REST interface: what validates its requests, and what its description is made of. */
export type Call<
  Params extends z.ZodObject | undefined = z.ZodObject | undefined,
  Query extends z.ZodObject | undefined = z.ZodObject | undefined,
  Body extends z.ZodObject | undefined = z.ZodObject | undefined,
> = {
  /** Names the call for generated clients. */
  id: string;
  method: CallMethod;
  /** Below the base address, with parameters in braces: `/services/{slug}`. */
  path: string;
  tag:
    | ("Services" | "Teams" | "People" | "Rotations" | "Search" | "Catalog" | "Documents" | "Signatures")
    | ("Alerts" | "Intake" | "Changes" | "Coverage");
  summary: string;
  description?: string;
  params?: Params;
  query?: Query;
  body?: Body;
  /** A request without a body counts as one with an empty object. */
  isBodyOptional?: boolean;
  /** Media types of a body that is no JSON object and that the call reads by itself. */
  textBody?: readonly string[];
  /** The field of a form in which the body carries a file, which the call reads by itself. */
  fileField?: string;
  /** Fields of an answer that may stand in the body too, and are passed over, so that an answer can be sent back. */
  ignores?: readonly string[];
  example?: unknown;
  /** A call that changes nothing, whatever its method. */
  isRead?: boolean;
  /** Senders may make it, with a token for nothing else. */
  isIntake?: boolean;
  answers: Record<number, AnswerDescription>;
  /** Statuses of problems beside those that every call knows. */
  problems?: readonly number[];
  /** Members that the problem of a conflict has beside those of every problem. */
  conflict?: z.ZodObject;
};

/** Gives a call the types of its own schemas. */
export function defineCall<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodObject | undefined = undefined,
>(call: Call<Params, Query, Body>): Call<Params, Query, Body> {
  return call;
}

export const changesNothing = ({ method, isRead }: Call) => isRead ?? method === "GET";
