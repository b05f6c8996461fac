import {
  documentReviews,
  documentRevisions,
  documents,
  follows,
  formerAddresses,
  stepMarks,
  suggestions,
} from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, fixtures, idOf, longAgo, type NamedDocument, named, record } from "#db/seed/history";
import { documentTitle, slugOf, uniqueName } from "#db/seed/names";
import type { Person } from "#db/seed/people";
import { draftService, type Service } from "#db/seed/services";

type Revision = Row<typeof documentRevisions>;
/** A document with its service and its present revision. Its text is taken apart for search by `indexDocuments`. */
export type Document = Row<typeof documents> & { service: Service; present: Revision };

type By = { by?: Actor };
type Words = { title?: string; body?: string; alertNames?: string[]; summary?: string | null };
type DocumentFacts = By &
  Words & {
    kind?: "runbook" | "note";
    service?: Service;
    slug?: string;
    reviewIntervalDays?: number;
  };

/** A runbook of one section unless `facts` say otherwise. */
export function draftDocument(draft: Draft, { by = fixtures, ...facts }: DocumentFacts = {}, at = longAgo): Document {
  const service = facts.service ?? draftService(draft, {}, at);
  const title = facts.title ?? uniqueName(documentTitle);
  const row = {
    id: crypto.randomUUID(),
    kind: facts.kind ?? ("runbook" as const),
    serviceId: service.id,
    slug: facts.slug ?? slugOf(title),
    title,
    alertNames: facts.alertNames ?? [],
    revision: 1,
    reviewIntervalDays: facts.reviewIntervalDays ?? 91,
    source: null,
    location: null,
    importedRevision: null,
    retiredAt: null,
    createdAt: at,
    changedAt: at,
  };
  draft.add(documents, row);
  const body =
    facts.body ?? `## Meaning\n\n${title} says what it means.\n\n## Mitigation\n\n1. Restart it.\n2. Look again.\n`;
  const { alertNames } = row;
  const words = { title, alertNames, body, summary: facts.summary ?? null, origin: "written" as const, basedOn: null };
  const present = draftRevision(draft, row.id, 1, words, by, at);
  const document = Object.assign(row, { service, present });
  record(draft, at, by, [row.id, service.id], { kind: "document.written", document: namedDocument(document) });
  return document;
}

/** Another revision; a field left out keeps its value. One that only corrects a typo is not substantial. */
export function saveRevision(
  draft: Draft,
  document: Document,
  { by = fixtures, ...words }: Words & By & { origin?: Revision["origin"]; basedOn?: number; isSubstantial?: boolean },
  at = longAgo,
): Revision {
  const { title, body, alertNames, number } = document.present;
  const said = { title, body, alertNames, summary: null, origin: "written" as const, basedOn: number, ...words };
  document.present = draftRevision(draft, document.id, number + 1, said, by, at);
  const present = { title: said.title, alertNames: said.alertNames, revision: number + 1, changedAt: at };
  draft.change(documents, document, present);
  const detail = { revision: number + 1, summary: said.summary, changes: [] };
  const about = [document.id, document.serviceId];
  record(draft, at, by, about, { kind: "document.edited", document: namedDocument(document), ...detail });
  return document.present;
}

function draftRevision(
  draft: Draft,
  documentId: string,
  number: number,
  words: Omit<Revision, "documentId" | "number" | "frontMatter" | "personId" | "actor" | "at" | "isSubstantial"> & {
    isSubstantial?: boolean;
  },
  by: Actor,
  at: Temporal.Instant,
): Revision {
  const actor = typeof by === "string" ? by : by.name;
  const revision = {
    ...{ documentId, number, isSubstantial: true, ...words },
    ...{ frontMatter: null, personId: idOf(by), actor, at },
  };
  draft.add(documentRevisions, revision);
  return revision;
}

/** The address before keeps leading to the document. */
export function moveDocument(
  draft: Draft,
  document: Document,
  { slug, by = fixtures }: By & { slug: string },
  at = longAgo,
): void {
  const before = namedDocument(document);
  const address = `${document.serviceId}/${document.kind}s/${document.slug}`;
  draft.add(formerAddresses, { noun: "document", address, thing: document.id, leftAt: at });
  draft.change(documents, document, { slug, changedAt: at });
  const detail = { document: namedDocument(document), before };
  record(draft, at, by, [document.id, document.serviceId], { kind: "document.moved", ...detail });
}

export function retireDocument(draft: Draft, document: Document, { by = fixtures }: By = {}, at = longAgo): void {
  draft.change(documents, document, { retiredAt: at, changedAt: at });
  const detail = { document: namedDocument(document) };
  record(draft, at, by, [document.id, document.serviceId], { kind: "document.retired", ...detail });
}

type Review = { by: Person; revision?: number; note?: string };

/** An expert says that the present revision holds, unless another is named. */
export function draftReview(
  draft: Draft,
  document: Document,
  { by, note, revision = document.revision }: Review,
  at = longAgo,
): Row<typeof documentReviews> {
  const review = {
    id: crypto.randomUUID(),
    documentId: document.id,
    revision,
    personId: by.id,
    note: note ?? null,
    at,
  };
  draft.add(documentReviews, review);
  const detail = { document: namedDocument(document), revision };
  record(draft, at, by, [document.id, document.serviceId, by.id], { kind: "document.reviewed", ...detail });
  return review;
}

type Mark = {
  by: Person;
  verdict?: Row<typeof stepMarks>["verdict"];
  anchor?: string;
  step?: string;
  word?: string;
  revision?: number;
};

/** Somebody who used a step says how that went; the first step of the mitigation worked, unless said otherwise. */
export function draftMark(
  draft: Draft,
  document: Document,
  { by, word, ...facts }: Mark,
  at = longAgo,
): Row<typeof stepMarks> {
  const { verdict = "worked", anchor = "mitigation-1", step = "Restart it.", revision = document.revision } = facts;
  const mark = {
    ...{ id: crypto.randomUUID(), documentId: document.id, revision, anchor, step, verdict, word: word ?? null },
    ...{ personId: by.id, at, withdrawnAt: null, idempotencyKey: crypto.randomUUID() },
  };
  draft.add(stepMarks, mark);
  const detail = { document: namedDocument(document), anchor, step, verdict };
  record(draft, at, by, [document.id, document.serviceId, by.id], { kind: "step.marked", ...detail });
  return mark;
}

type SuggestionFacts = { by: Person; title?: string; body?: string; summary?: string; baseRevision?: number };

/** An edit of the present revision that waits for a member of the team. */
export function draftSuggestion(
  draft: Draft,
  document: Document,
  { by, summary, ...facts }: SuggestionFacts,
  at = longAgo,
): Row<typeof suggestions> {
  const suggestion = {
    id: crypto.randomUUID(),
    documentId: document.id,
    baseRevision: facts.baseRevision ?? document.revision,
    title: facts.title ?? document.title,
    body: facts.body ?? document.present.body.replace("Look again.", "Look again, after a minute."),
    summary: summary ?? null,
    ...{ personId: by.id, at, decidedAt: null, decidedById: null, verdict: null, answer: null },
  };
  draft.add(suggestions, suggestion);
  const detail = { document: namedDocument(document) };
  record(draft, at, by, [document.id, document.serviceId, by.id], { kind: "suggestion.made", ...detail });
  return suggestion;
}

export function followDocument(draft: Draft, document: Document, { by }: { by: Person }, at = longAgo): void {
  draft.add(follows, { personId: by.id, documentId: document.id, followedAt: at });
}

const namedDocument = ({ kind, slug, title, service }: Omit<Document, "present">): NamedDocument => ({
  kind,
  slug,
  name: title,
  service: named(service),
});
