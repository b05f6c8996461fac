import { z } from "zod";
import { type AnswerDescription, defineCall } from "#lib/api/call";
import { Cursor, Flag, Instant, Limit, partOf, SearchQuery, SlugText } from "#lib/api/shared";
import { freshnessStates } from "#lib/documents/filter";
import { PutDocumentInput } from "#lib/documents/inputs";
import type { DocumentKind } from "#lib/documents/views";
import { Slug } from "#lib/fields";

const Freshness = z
  .object({
    state: z.enum(freshnessStates),
    doubts: z
      .array(z.looseObject({ because: z.string().meta({ example: "service-changed" }), at: Instant }))
      .meta({ description: "Why it cannot be trusted as it stands, the most alarming first" }),
    reviewedAt: Instant.nullable().meta({ description: "When an expert last confirmed it" }),
    reviewDueAt: Instant.nullable().meta({ description: "Until when that holds" }),
    provenAt: Instant.nullable().meta({ description: "When a step of it last worked for somebody" }),
  })
  .meta({ id: "Freshness" });

const named = {
  kind: z.enum(["runbook", "note"]),
  slug: SlugText("cache-is-cold"),
  service: SlugText("checkout").meta({ description: "The slug of its service" }),
  freshness: Freshness,
  changedAt: Instant,
};

const said = {
  title: z.string().meta({ example: "The cache is cold" }),
  alertNames: z.array(z.string()).meta({ description: "The alerts that a runbook answers", example: ["CacheCold"] }),
};

const readOnly = {
  ...named,
  revision: z.number().int().meta({ description: "The number of the present revision, for `baseRevision`" }),
  changedBy: z.string().meta({ description: "Who wrote it, by name", example: "Ada Moreau" }),
  createdAt: Instant,
  retiredAt: Instant.nullable(),
};

const whole = {
  ...said,
  body: z.string().meta({ description: "Markdown", example: "## Meaning\n\nThe cache has nothing in it.\n" }),
  reviewIntervalDays: z.number().int().meta({ description: "How long a review holds" }),
  ...readOnly,
};

const merged = z.boolean().meta({ description: "Somebody had saved since `baseRevision`, and both saves are in it" });

export const DocumentAnswer = z.object(whole).meta({ id: "Document" });
export const SavedDocumentAnswer = z.object({ ...whole, merged }).meta({ id: "SavedDocument" });
export const DocumentListItem = z.object({ ...said, ...named }).meta({ id: "DocumentListItem" });

const words = z.object({ title: z.string(), body: z.string(), alertNames: z.array(z.string()) });

export const SaveConflict = z.object({
  revision: z.number().int().meta({ description: "The present revision, to be the `baseRevision` of the next save" }),
  theirs: words.meta({ description: "What stands there" }),
  yours: words.meta({ description: "What was sent" }),
  merged: words.meta({ description: "Both, with each conflict between `<<<<<<<` and `>>>>>>>`" }),
  conflicts: z.array(
    z.object({
      field: z.enum(["title", "body"]),
      line: z.number().int().nullable().meta({ description: "Where in the body of `merged` it begins, from 1" }),
      base: z.string(),
      mine: z.string(),
      theirs: z.string(),
    }),
  ),
});

const filters = {
  query: SearchQuery.optional().meta({ description: "Words of the title or the address" }),
  state: z
    .enum(freshnessStates, "Use overdue, doubtful, unreviewed, reviewed or proven.")
    .optional()
    .meta({ description: "How far it can be trusted. A part may then be shorter than `limit` and have a next one" }),
  retired: Flag.optional(),
  cursor: Cursor,
  limit: Limit,
};

const list = { description: "A part of the documents", schema: partOf(DocumentListItem, "DocumentList") };
const serviceParams = z.object({ slug: Slug.meta({ description: "The service", example: "checkout" }) });

export const listDocumentsCall = defineCall({
  id: "listDocuments",
  method: "GET",
  path: "/documents",
  tag: "Documents",
  summary: "Runbooks and architecture notes of all services, lately changed first",
  query: z.object({
    ...filters,
    kind: z.enum(["runbook", "note"], "Use runbook or note.").optional(),
    service: Slug.optional(),
    team: Slug.optional().meta({ description: "The delivery or ops team of their service" }),
  }),
  answers: { 200: list },
});

const example = {
  title: "The cache is cold",
  body: "## Meaning\n\nThe cache has nothing in it.\n\n## Mitigation\n\n1. Warm it.\n",
  alertNames: ["CacheCold"],
  baseRevision: 3,
};

/** The calls about the documents of one kind; `room` is their place below a service. */
function callsOf(kind: DocumentKind, room: string, name: string, words: string) {
  const path = `/services/{slug}/${room}/{document}`;
  const params = serviceParams.extend({ document: Slug.meta({ example: "cache-is-cold" }) });
  const document: AnswerDescription = { description: `The ${words}`, schema: DocumentAnswer };
  const saved: AnswerDescription = { description: `The ${words} as it stands now`, schema: SavedDocumentAnswer };
  const shared = { tag: "Documents", params } as const;
  return {
    list: defineCall({
      id: `list${name}s`,
      method: "GET",
      path: `/services/{slug}/${room}`,
      tag: "Documents",
      summary: `The ${words}s of a service, lately changed first`,
      params: serviceParams,
      query: z.object(filters),
      answers: { 200: list },
    }),
    find: defineCall({
      ...shared,
      id: `find${name}`,
      method: "GET",
      path,
      summary: `One ${words} with its present text`,
      description: "A former address answers with the document as it is now.",
      answers: { 200: document },
    }),
    put: defineCall({
      ...shared,
      id: `put${name}`,
      method: "PUT",
      path,
      summary: `Write the ${words}, or save it`,
      description:
        "With `baseRevision` the body is what somebody made of that revision: what was saved since is merged three ways with it, and 409 answers with both texts where that is impossible. Without it the present text is replaced. Fields left out keep their values; `title` and `body` have to be there. A save that changes nothing makes no revision, a retired document comes back, and a former address leads to the document that had it. Fields that only an answer has are passed over.",
      body: PutDocumentInput,
      ignores: [...Object.keys(readOnly), "merged"],
      example:
        kind === "runbook" ? example : { title: "How it works", body: "## What it does\n\nIt warms the cache.\n" },
      answers: { 200: saved, 201: { ...saved, description: `The ${words}, written` } },
      problems: [409],
      conflict: SaveConflict,
    }),
    retire: defineCall({
      ...shared,
      id: `retire${name}`,
      method: "DELETE",
      path,
      summary: `Retire the ${words}`,
      description: "Its history stays. Retiring what is retired changes nothing.",
      answers: { 204: { description: "It is retired" } },
    }),
  };
}

export const runbookCalls = callsOf("runbook", "runbooks", "Runbook", "runbook");
export const noteCalls = callsOf("note", "notes", "Note", "architecture note");

export const addUploadCall = defineCall({
  id: "addUpload",
  method: "POST",
  path: "/services/{slug}/uploads",
  tag: "Documents",
  summary: "Add a picture or a file for the documents of a service",
  description:
    "At most 5 MiB. What it is is found in its content. PNG, JPEG, GIF, WebP and AVIF pictures are shown in place; everything else is a download. The same file twice is one.",
  params: serviceParams,
  fileField: "file",
  answers: {
    201: {
      description: "Where it is",
      schema: z
        .object({
          id: z.string(),
          name: z.string(),
          type: z.string().meta({ example: "image/png" }),
          url: z.string().meta({ description: "Its address on this server", example: "/uploads/6f2d…/graph.png" }),
          markdown: z.string().meta({ example: "![graph.png](/uploads/6f2d…/graph.png)" }),
        })
        .meta({ id: "Upload" }),
    },
  },
});

export const documentCalls = [
  listDocumentsCall,
  ...[runbookCalls, noteCalls].flatMap(({ list, find, put, retire }) => [list, find, put, retire]),
  addUploadCall,
];
