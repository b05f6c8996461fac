import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { documentRevisions, documents, services } from "#db/schema";
import { findByFormerAddress } from "#lib/addresses";
import { roomOf } from "#lib/documents/addresses";
import type { OneDocument } from "#lib/documents/inputs";
import type { DocumentKind } from "#lib/documents/views";
import { Conflict, Invalid, NotFound } from "#lib/errors";
import type { NamedDocument } from "#lib/event-kinds";
import { type LockedService, named } from "#lib/services/locks";

export type DocumentRow = typeof documents.$inferSelect;
export type StoredRevision = typeof documentRevisions.$inferSelect;
/** A document's row with that of its service. */
export type LockedDocument = DocumentRow & { service: LockedService };

/**
 * The service's row, whose owners stay what they are until the transaction ends; others may hold it so too, so that
 * its documents are saved beside each other. Former addresses lead to it. Throws NotFound.
 */
export async function holdService(tx: Tx, slug: string): Promise<LockedService> {
  const [bySlug] = await tx.select().from(services).where(eq(services.slug, slug)).for("share");
  if (bySlug) return bySlug;
  const former = await findByFormerAddress(tx, "service", slug);
  const [byFormer] = former ? await tx.select().from(services).where(eq(services.id, former)).for("share") : [];
  if (!byFormer) throw new NotFound(`There is no service “${slug}”.`);
  return byFormer;
}

/**
 * The document's row, locked until the transaction ends, so that two saves come one after the other. Former addresses
 * of the service and of the document lead to it too. The service comes before its document, always. Throws NotFound.
 */
export async function lockDocument(tx: Tx, { service: serviceSlug, kind, slug }: OneDocument): Promise<LockedDocument> {
  const service = await holdService(tx, serviceSlug);
  const document = await lockByAddress(tx, service, kind, slug);
  if (!document) throw new NotFound(`${service.name} has no ${kindWords[kind]} “${slug}”.`);
  return { ...document, service };
}

/** The same of a service that is held already; undefined when there is none. */
export async function lockByAddress(
  tx: Tx,
  service: { id: string },
  kind: DocumentKind,
  slug: string,
): Promise<DocumentRow | undefined> {
  const address = and(eq(documents.serviceId, service.id), eq(documents.kind, kind), eq(documents.slug, slug));
  const [bySlug] = await tx.select().from(documents).where(address).for("update");
  if (bySlug) return bySlug;
  const former = await findByFormerAddress(tx, "document", storedAddress(service, kind, slug));
  const [byFormer] = former ? await tx.select().from(documents).where(eq(documents.id, former)).for("update") : [];
  return byFormer;
}

/** The same for whoever knows its id. Throws NotFound. */
export async function lockDocumentById(tx: Tx, id: string): Promise<LockedDocument> {
  const [found] = await tx.select({ serviceId: documents.serviceId }).from(documents).where(eq(documents.id, id));
  const [service] = found ? await tx.select().from(services).where(eq(services.id, found.serviceId)).for("share") : [];
  const [document] = service ? await tx.select().from(documents).where(eq(documents.id, id)).for("update") : [];
  if (!service || !document) throw new NotFound("There is no such document.");
  return { ...document, service };
}

/** One revision of a document. Throws Invalid naming `path` when there is none with this number. */
export async function requireRevision(
  tx: Tx,
  { id }: { id: string },
  number: number,
  path: string,
): Promise<StoredRevision> {
  const [revision] = await tx
    .select()
    .from(documentRevisions)
    .where(and(eq(documentRevisions.documentId, id), eq(documentRevisions.number, number)));
  if (!revision) throw new Invalid(`There is no revision ${number} of it.`, path);
  return revision;
}

/** A retired document is read, not changed. Throws Conflict. */
export function refuseRetired({ title, retiredAt }: DocumentRow): void {
  if (retiredAt) throw new Conflict(`“${title}” is retired: bring it back before changing it.`);
}

/** A document's place among former addresses: by the id of its service, which a renaming leaves alone. */
export const storedAddress = (service: { id: string }, kind: DocumentKind, slug: string) =>
  `${service.id}/${roomOf(kind)}/${slug}`;

export const namedDocument = ({ kind, slug, title, service }: LockedDocument): NamedDocument => ({
  kind,
  slug,
  name: title,
  service: named(service),
});

/** The things whose history shows what happens to a document. */
export const aboutDocument = ({ id, service }: LockedDocument) => [id, service.id];

const kindWords = { runbook: "runbook", note: "architecture note" };
