import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction, type Tx, violatedConstraint } from "#db/client";
import { documents } from "#db/schema";
import { leaveAddress } from "#lib/addresses";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import type { BringBackInput, MoveDocumentInput, OneDocument, WriteDocumentInput } from "#lib/documents/inputs";
import {
  aboutDocument,
  holdService,
  type LockedDocument,
  lockDocument,
  namedDocument,
  refuseRetired,
  requireRevision,
  storedAddress,
} from "#lib/documents/locks";
import { type Change, refuseAlertNames, type Saved, saveDocumentIn, storeWords, wordsOf } from "#lib/documents/save";
import { type NewRevision, writeRevision } from "#lib/documents/write-revision";
import { Conflict, Invalid } from "#lib/errors";
import { recordEvent } from "#lib/events";
import type { LockedService } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";
import { slugify } from "#lib/slugs";

/** Writes a new document of a service. Returns its address. Throws NotFound, Forbidden, Invalid, Conflict. */
export function writeDocument(viewer: Viewer, input: WriteDocumentInput, at = now()): Promise<OneDocument> {
  return inTransaction(async (tx) => {
    const service = await holdService(tx, input.service);
    return addressOf(await writeDocumentIn(tx, viewer, service, input, at));
  });
}

/** The same in the transaction of a caller who holds the service; `from` says so where it was not written here. */
export async function writeDocumentIn(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  input: Omit<WriteDocumentInput, "service">,
  at: Temporal.Instant,
  from: Partial<Pick<NewRevision, "origin" | "frontMatter" | "author">> = {},
): Promise<LockedDocument> {
  authorize(viewer, "document:edit", teamsOf(service));
  if (service.retiredAt) throw new Conflict(`${service.name} is retired: bring it back before writing about it.`);
  const { kind, title, body, alertNames = [], slug = slugify(title), summary = null, reviewIntervalDays } = input;
  refuseAlertNames({ kind }, alertNames);
  if (!slug) throw new Invalid("Give it an address: its title has no Latin letters or digits.", "slug");
  if (slug === "new") throw new Invalid("“new” is the address of the form: choose another.", "slug");
  const [row] = await tx
    .insert(documents)
    .values({
      kind,
      serviceId: service.id,
      slug,
      title,
      alertNames,
      reviewIntervalDays,
      revision: 0,
      createdAt: at,
      changedAt: at,
    })
    .returning()
    .catch(refuseTakenSlug(slug));
  if (!row) throw new Error("The database returned no document.");
  const words = { title, alertNames, body, summary, origin: "written", basedOn: null, frontMatter: null } as const;
  const document = await writeRevision(tx, viewer, at, { ...row, service }, { ...words, ...from });
  await recordEvent(tx, viewer, at, {
    kind: "document.written",
    document: namedDocument(document),
    about: aboutDocument(document),
  });
  return document;
}

/**
 * Saves a document; a field left out keeps its value. What was written on an older revision (`baseRevision`) is merged
 * three ways with the present one. Where nothing changes no revision is made.
 * Throws NotFound, Forbidden, Invalid, Conflict, and MergeConflict with both texts.
 */
export function saveDocument(
  viewer: Viewer,
  { service, kind, slug, ...change }: OneDocument & Change,
  at = now(),
): Promise<Saved & { address: OneDocument }> {
  return inTransaction(async (tx) => {
    const document = await lockDocument(tx, { service, kind, slug });
    return { ...(await saveDocumentIn(tx, viewer, document, change, at)), address: addressOf(document) };
  });
}

/** Makes an older revision the present one again, as a revision of its own. Returns its number. Throws NotFound, Forbidden, Invalid, Conflict. */
export function bringBackRevision(viewer: Viewer, input: BringBackInput, at = now()): Promise<number> {
  return inTransaction(async (tx) => {
    const document = await lockDocument(tx, input);
    authorize(viewer, "document:edit", teamsOf(document.service));
    refuseRetired(document);
    const older = await requireRevision(tx, document, input.revision, "revision");
    const { frontMatter, number } = older;
    const revision = { ...wordsOf(older), frontMatter, origin: "restored", basedOn: number } as const;
    const stored = await storeWords(tx, viewer, document, revision, at);
    if (!stored.isChanged) return document.revision;
    await recordEvent(tx, viewer, at, {
      kind: "document.brought-back",
      document: namedDocument(stored.document),
      revision: stored.document.revision,
      from: number,
      about: aboutDocument(document),
    });
    return stored.document.revision;
  });
}

/**
 * Gives a document another title and address; the old address leads to the new one. Another title is a revision.
 * Returns the address. Throws NotFound, Forbidden, Invalid, Conflict.
 */
export function moveDocument(viewer: Viewer, input: MoveDocumentInput, at = now()): Promise<OneDocument> {
  return inTransaction(async (tx) => {
    const document = await lockDocument(tx, input);
    return addressOf(await moveDocumentIn(tx, viewer, document, input, at));
  });
}

async function moveDocumentIn(
  tx: Tx,
  viewer: Viewer,
  document: LockedDocument,
  { title, toSlug: slug }: { title: string; toSlug: string },
  at: Temporal.Instant,
): Promise<LockedDocument> {
  authorize(viewer, "document:edit", teamsOf(document.service));
  refuseRetired(document);
  if (slug === document.slug && title === document.title) return document;
  const { body, alertNames } = await requireRevision(tx, document, document.revision, "revision");
  const words = { title, alertNames, body, origin: "written", basedOn: document.revision } as const;
  const { document: titled } = await storeWords(tx, viewer, document, words, at);
  const moved = { ...titled, slug };
  if (slug !== document.slug) {
    await tx
      .update(documents)
      .set({ slug, changedAt: at })
      .where(eq(documents.id, document.id))
      .catch(refuseTakenSlug(slug));
    const [before, after] = [document, moved].map((one) => storedAddress(one.service, one.kind, one.slug));
    await leaveAddress(tx, "document", document.id, before ?? "", after ?? "", at);
  }
  await recordEvent(tx, viewer, at, {
    kind: "document.moved",
    document: namedDocument(moved),
    before: namedDocument(document),
    about: aboutDocument(document),
  });
  return moved;
}

/** Takes a document out of use; its history stays. Throws NotFound, Forbidden. */
export function retireDocument(viewer: Viewer, input: OneDocument, at = now()): Promise<OneDocument> {
  return setRetired(viewer, input, at, at);
}

/** Brings a retired document back as it was. Throws NotFound, Forbidden. */
export function restoreDocument(viewer: Viewer, input: OneDocument, at = now()): Promise<OneDocument> {
  return setRetired(viewer, input, null, at);
}

function setRetired(
  viewer: Viewer,
  input: OneDocument,
  retiredAt: Temporal.Instant | null,
  at: Temporal.Instant,
): Promise<OneDocument> {
  return inTransaction(async (tx) => {
    const document = await lockDocument(tx, input);
    await setRetiredIn(tx, viewer, document, retiredAt, at);
    return addressOf(document);
  });
}

export async function setRetiredIn(
  tx: Tx,
  viewer: Viewer,
  document: LockedDocument,
  retiredAt: Temporal.Instant | null,
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "document:edit", teamsOf(document.service));
  if (Boolean(document.retiredAt) === Boolean(retiredAt)) return false;
  await tx.update(documents).set({ retiredAt, changedAt: at }).where(eq(documents.id, document.id));
  await recordEvent(tx, viewer, at, {
    kind: retiredAt ? "document.retired" : "document.restored",
    document: namedDocument(document),
    about: aboutDocument(document),
  });
  return true;
}

export const addressOf = ({ service, kind, slug }: LockedDocument): OneDocument => ({
  service: service.slug,
  kind,
  slug,
});

const refuseTakenSlug = (slug: string) => (error: unknown) => {
  if (violatedConstraint(error) === "documents_by_address")
    throw new Conflict(
      `The address “${slug}” belongs to another document of this service, perhaps a retired one.`,
      "slug",
    );
  throw error;
};
