import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { documentRevisions, documents } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { indexTexts } from "#lib/documents/index-documents";
import type { LockedDocument, StoredRevision } from "#lib/documents/locks";
import { isSubstantial } from "#lib/documents/substance";

/** What a document says. */
export type Words = { title: string; alertNames: string[]; body: string };

export type NewRevision = Words & {
  origin: StoredRevision["origin"];
  /** The revision that was in front of the author, or that was brought back. */
  basedOn: number | null;
  summary?: string | null;
  /** YAML of an imported file; that of the present revision when left out. */
  frontMatter?: string | null;
  /** Whose words they are; the viewer's unless given. */
  author?: { personId: string | null; actor: string };
};

/**
 * Adds a revision to a document that the caller has locked and authorized, makes it the present one and takes it apart
 * for search. The only place that writes what a document says; the caller records the event.
 */
export async function writeRevision(
  tx: Tx,
  viewer: Viewer,
  at: Temporal.Instant,
  document: LockedDocument,
  { title, alertNames, body, summary, origin, basedOn, ...rest }: NewRevision,
): Promise<LockedDocument> {
  const number = document.revision + 1;
  const before = await findPresent(tx, document);
  const frontMatter = rest.frontMatter === undefined ? (before?.frontMatter ?? null) : rest.frontMatter;
  const { personId, actor } = rest.author ?? { personId: viewer.personId, actor: viewer.name };
  await tx.insert(documentRevisions).values({
    ...{ documentId: document.id, number, title, alertNames, body, frontMatter },
    ...{ summary: summary ?? null, origin, basedOn, personId, actor, at },
    isSubstantial: before === undefined || isSubstantial(before.body, body),
  });
  const present = { title, alertNames, revision: number, changedAt: at };
  await tx.update(documents).set(present).where(eq(documents.id, document.id));
  const { id, serviceId, kind } = document;
  await indexTexts(tx, [{ id, serviceId, kind, title, body }], at);
  return { ...document, ...present };
}

type Present = { frontMatter: string | null; body: string };

async function findPresent(tx: Tx, { id, revision }: LockedDocument): Promise<Present | undefined> {
  if (revision === 0) return undefined;
  const [present] = await tx
    .select({ frontMatter: documentRevisions.frontMatter, body: documentRevisions.body })
    .from(documentRevisions)
    .where(and(eq(documentRevisions.documentId, id), eq(documentRevisions.number, revision)));
  return present;
}
