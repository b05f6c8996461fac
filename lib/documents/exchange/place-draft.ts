import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { documentRevisions, documents } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changesOf } from "#lib/changes";
import { setRetiredIn, writeDocumentIn } from "#lib/documents/commands";
import type { DocumentDraft } from "#lib/documents/exchange/drafts";
import { addressWords, type Outcome } from "#lib/documents/exchange/outcome";
import { saidIn } from "#lib/documents/exchange/read-document";
import {
  aboutDocument,
  type LockedDocument,
  lockByAddress,
  namedDocument,
  requireRevision,
  type StoredRevision,
} from "#lib/documents/locks";
import { MergeConflict } from "#lib/documents/merge-conflict";
import { mergeSave } from "#lib/documents/merge-save";
import { wordsOf } from "#lib/documents/save";
import { type Words, writeRevision } from "#lib/documents/write-revision";
import { Conflict } from "#lib/errors";
import type { FieldChange } from "#lib/event-kinds";
import { recordEvent } from "#lib/events";
import type { LockedService } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

/** Where a document comes from; null for one that an export says was written by hand. */
export type Origin = { name: string; location: string } | null;

/** Whether what stands at a location is still among the files of the run: then it is that file's. */
export type IsHeld = (origin: { name: string; location: string }) => boolean;

/**
 * Brings a document to what its file newly says, in the transaction of a caller who holds the service. What was changed
 * in the file only is a revision of its own; what was changed here too is merged with it, and a contradiction is
 * reported with both texts. Throws Forbidden, Conflict, Invalid.
 */
export async function placeDraft(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  draft: DocumentDraft,
  { origin, isHeld }: { origin: Origin; isHeld: IsHeld },
  at: Temporal.Instant,
): Promise<Outcome> {
  authorize(viewer, "document:edit", teamsOf(service));
  const found = await findPlace(tx, service, draft, origin);
  if (!found) return create(tx, viewer, service, draft, origin, at);
  const document: LockedDocument = { ...found, service };
  const told = (reason: string) => ({ path: draft.path, reason });
  const present = await requireRevision(tx, document, document.revision, "revision");
  if (document.retiredAt) {
    if (!wasLetGo(document, present))
      return { outcome: "passed-over", told: told(`“${document.title}” is retired here.`) };
    await setRetiredIn(tx, viewer, document, null, at);
    const back = { ...document, retiredAt: null, importedRevision: document.revision };
    const brought = await update(tx, viewer, back, present, draft, origin, at);
    return brought.outcome === "unchanged" ? { outcome: "changed", loaded: loadedOf(back, draft) } : brought;
  }
  const isOthers = !isSameOrigin(document, origin) && isElsewhere(document, isHeld);
  if (isOthers && !saysTheSame(present, draft)) {
    const reason = `The address belongs to a document from ${document.source}: ${document.location}.`;
    return { outcome: "conflict", conflict: conflictOf(document, present, draft, reason) };
  }
  return isOthers ? { outcome: "unchanged" } : update(tx, viewer, document, present, draft, origin, at);
}

async function findPlace(tx: Tx, service: LockedService, draft: DocumentDraft, origin: Origin) {
  if (origin) {
    const isThere = and(eq(documents.source, origin.name), eq(documents.location, origin.location));
    const [known] = await tx.select().from(documents).where(isThere).for("update");
    if (known && known.serviceId !== service.id)
      throw new Conflict(`“${known.title}” came from this file before, as a document of another service.`);
    if (known) return known;
  }
  return lockByAddress(tx, service, draft.kind, draft.slug);
}

/** An import took it back when its source had it no more, and nobody has touched it since. */
const wasLetGo = ({ source }: LockedDocument, { origin }: StoredRevision) => source === null && origin === "imported";

const isSameOrigin = ({ source, location }: LockedDocument, origin: Origin) =>
  origin !== null && source === origin.name && location === origin.location;

/** Another source's, or another file's of this run. */
const isElsewhere = ({ source, location }: LockedDocument, isHeld: IsHeld) =>
  source !== null && location !== null && isHeld({ name: source, location });

async function create(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  draft: DocumentDraft,
  origin: Origin,
  at: Temporal.Instant,
): Promise<Outcome> {
  const { kind, slug, title, body, alertNames, reviewIntervalDays, frontMatter } = draft;
  const from = { origin: "imported", frontMatter, author: importer(origin) } as const;
  const input = { kind, slug, title, body, alertNames, ...(reviewIntervalDays ? { reviewIntervalDays } : {}) };
  const document = await writeDocumentIn(tx, viewer, service, input, at, from);
  await link(tx, document, origin, 1);
  return { outcome: "created", loaded: loadedOf(document, draft) };
}

async function update(
  tx: Tx,
  viewer: Viewer,
  document: LockedDocument,
  present: StoredRevision,
  draft: DocumentDraft,
  origin: Origin,
  at: Temporal.Instant,
): Promise<Outcome> {
  if (saysTheSame(present, draft)) {
    await link(tx, document, origin, document.revision);
    return { outcome: "unchanged" };
  }
  const base = await findBase(tx, document, draft);
  if (base && saysTheSame(base, draft)) return { outcome: "unchanged" };
  if (!base) {
    const reason = "The document was here before this file, and says something else.";
    return { outcome: "conflict", conflict: conflictOf(document, present, draft, reason) };
  }
  const joined = join(document, base, draft, present);
  if (joined instanceof MergeConflict) {
    const reason = "The file and the document here were changed in the same place.";
    return { outcome: "conflict", conflict: conflictOf(document, present, draft, reason) };
  }
  const { frontMatter } = draft;
  const author = importer(origin);
  const imported = { ...wordsOf(draft), origin: "imported", basedOn: base.number, frontMatter, author } as const;
  let saved = await writeRevision(tx, viewer, at, document, imported);
  await link(tx, saved, origin, saved.revision);
  const isMerged = changesOf<Words>(wordsOf(draft), joined).length > 0;
  // The file's own text stays as a revision: the next import merges with that, not with what was made of it here.
  if (isMerged) {
    const merged = { ...joined, origin: "merged", basedOn: present.number, author } as const;
    saved = await writeRevision(tx, viewer, at, saved, merged);
  }
  const changes = changesOf<Words>(wordsOf(present), joined).filter(({ field }) => field !== "body");
  const interval = await setInterval(tx, document, base, draft);
  await recordEvent(tx, viewer, at, {
    kind: "document.edited",
    document: namedDocument(saved),
    revision: saved.revision,
    summary: null,
    changes: [...changes, ...interval],
    about: aboutDocument(document),
  });
  return { outcome: isMerged ? "merged" : "changed", loaded: loadedOf(saved, draft) };
}

const saysTheSame = (revision: StoredRevision, draft: DocumentDraft) =>
  revision.frontMatter === draft.frontMatter && changesOf<Words>(wordsOf(revision), wordsOf(draft)).length === 0;

/** The revision that the last import brought, or the one from which an export made the file. */
async function findBase(tx: Tx, document: LockedDocument, { digest }: DocumentDraft) {
  if (digest) {
    const isSame = sql`encode(sha256(convert_to(${documentRevisions.body}, 'UTF8')), 'hex') = ${digest}`;
    const [exported] = await tx
      .select()
      .from(documentRevisions)
      .where(and(eq(documentRevisions.documentId, document.id), isSame))
      .orderBy(desc(documentRevisions.number))
      .limit(1);
    if (exported) return exported;
  }
  const { importedRevision } = document;
  return importedRevision === null ? undefined : requireRevision(tx, document, importedRevision, "revision");
}

function join(document: LockedDocument, base: StoredRevision, draft: DocumentDraft, present: StoredRevision) {
  try {
    return mergeSave(document.kind, document.revision, wordsOf(base), wordsOf(draft), wordsOf(present));
  } catch (error) {
    if (error instanceof MergeConflict) return error;
    throw error;
  }
}

async function link(tx: Tx, document: LockedDocument, origin: Origin, importedRevision: number): Promise<void> {
  if (!origin) return;
  const { source, location } = document;
  if (source === origin.name && location === origin.location && document.importedRevision === importedRevision) return;
  const linked = { source: origin.name, location: origin.location, importedRevision };
  await tx.update(documents).set(linked).where(eq(documents.id, document.id));
}

/** Said anew by the file, or kept as it was chosen here. */
async function setInterval(tx: Tx, document: LockedDocument, base: StoredRevision, draft: DocumentDraft) {
  const { reviewIntervalDays } = draft;
  const isOld = saidIn(base.frontMatter).reviewIntervalDays === reviewIntervalDays;
  if (!reviewIntervalDays || isOld || reviewIntervalDays === document.reviewIntervalDays) return [];
  await tx.update(documents).set({ reviewIntervalDays }).where(eq(documents.id, document.id));
  const change: FieldChange = {
    field: "reviewIntervalDays",
    before: document.reviewIntervalDays,
    after: reviewIntervalDays,
  };
  return [change];
}

/** Nobody becomes the author of what they brought from elsewhere. */
export const importer = (origin: Origin) => ({ personId: null, actor: `Import of ${origin?.name ?? "an export"}` });

const loadedOf = ({ service, kind, slug, title }: LockedDocument, { path }: DocumentDraft) => ({
  path,
  address: addressWords(service.slug, kind, slug),
  title,
});

const conflictOf = (
  { service, kind, slug }: LockedDocument,
  present: StoredRevision,
  draft: DocumentDraft,
  reason: string,
) => ({
  path: draft.path,
  reason,
  address: addressWords(service.slug, kind, slug),
  here: present.body,
  there: draft.body,
});
