import "server-only";
import { inTransaction, type Tx } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { readArchive } from "#lib/documents/exchange/archive";
import type { DocumentDraft, Folder, GivenFile } from "#lib/documents/exchange/drafts";
import { addOutcome, type DocumentImportResult, nothingLoaded } from "#lib/documents/exchange/outcome";
import { placeDraft } from "#lib/documents/exchange/place-draft";
import { placeSignature } from "#lib/documents/exchange/place-signature";
import { placeUpload } from "#lib/documents/exchange/place-upload";
import { readFolder } from "#lib/documents/exchange/read-folder";
import { holdService } from "#lib/documents/locks";
import { Invalid, KnownError } from "#lib/errors";
import { recordEvent } from "#lib/events";

export type DocumentImport = {
  /** Names the folder: a later import of the same source knows its files again by their paths. */
  source: string;
  files: readonly GivenFile[];
  /** The service of files that name none. */
  service?: string | undefined;
  /** Only says what would happen: nothing at all is written. */
  dryRun?: boolean;
};

/**
 * Loads a folder of Markdown files as documents, all in one transaction, each standing by itself: a bad one is rejected
 * with its reason. Doing it again changes nothing; what was changed here is merged, never overwritten.
 * Throws Forbidden, NotFound without such a service.
 */
export async function importDocuments(
  viewer: Viewer,
  { source, files, service, dryRun = false }: DocumentImport,
  at = now(),
): Promise<DocumentImportResult> {
  authorize(viewer, "import:run");
  const folder = readFolder(files);
  return inTransaction(async (tx) => {
    if (service) await holdService(tx, service);
    const result = { ...nothingLoaded(), rejected: folder.rejected, passedOver: folder.passedOver };
    await loadAll(tx, viewer, folder, { source, service }, result, at);
    if (dryRun) throw new Rehearsed(result);
    await record(tx, viewer, source, result, at);
    return result;
  }).catch((error: unknown) => {
    if (error instanceof Rehearsed) return error.result;
    throw error;
  });
}

/** The same of a ZIP archive. Throws Invalid naming `archive` for one that is not read. */
export async function importArchive(
  viewer: Viewer,
  { archive, ...wish }: Omit<DocumentImport, "files"> & { archive: Uint8Array },
  at = now(),
): Promise<DocumentImportResult> {
  authorize(viewer, "import:run");
  return importDocuments(viewer, { ...wish, files: readArchive(archive, "archive") }, at);
}

class Rehearsed extends Error {
  readonly result: DocumentImportResult;
  constructor(result: DocumentImportResult) {
    super("This was a rehearsal.");
    this.result = result;
  }
}

type Options = { source: string; service: string | undefined };

async function loadAll(
  tx: Tx,
  viewer: Viewer,
  { drafts, signatures, uploads }: Folder,
  options: Options,
  result: DocumentImportResult,
  at: Temporal.Instant,
): Promise<void> {
  const originOf = originIn(options.source);
  const held = new Set(drafts.map((draft) => keyOf(originOf(draft))));
  const isHeld = (origin: { name: string; location: string }) =>
    origin.name !== options.source || held.has(keyOf(origin));
  for (const upload of uploads)
    await standing(tx, result, upload.path, (savepoint) => placeUpload(savepoint, viewer, upload, at));
  for (const draft of drafts)
    await standing(tx, result, draft.path, async (savepoint) => {
      const service = draft.service ?? options.service;
      if (!service) throw new Invalid("Say for which service: in the front matter, or with the import.");
      const place = { origin: originOf(draft), isHeld };
      return placeDraft(savepoint, viewer, await holdService(savepoint, service), draft, place, at);
    });
  for (const signature of signatures)
    await standing(tx, result, signature.path, (savepoint) => placeSignature(savepoint, viewer, signature, at));
}

/** A file of an export keeps the origin that it had there. */
const originIn = (source: string) => (draft: DocumentDraft) =>
  draft.origin === undefined ? { name: source, location: draft.path } : draft.origin;

const keyOf = (origin: { name: string; location: string } | null) =>
  JSON.stringify(origin && [origin.name, origin.location]);

/** What a bad file did is undone, and it is rejected. */
async function standing(
  tx: Tx,
  result: DocumentImportResult,
  path: string,
  place: (savepoint: Tx) => Promise<Parameters<typeof addOutcome>[1]>,
): Promise<void> {
  try {
    addOutcome(result, await tx.transaction(place));
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    result.rejected.push({ path, reason: error.message });
  }
}

async function record(tx: Tx, viewer: Viewer, source: string, result: DocumentImportResult, at: Temporal.Instant) {
  const [created, changed] = [result.created.length, result.changed.length + result.merged.length];
  const rejected = result.rejected.length + result.conflicts.length;
  if (created + changed + rejected === 0) return;
  const counts = { created, changed, unchanged: result.unchanged, retired: 0, rejected };
  await recordEvent(tx, viewer, at, { kind: "import.finished", source, ...counts, about: [] });
}
