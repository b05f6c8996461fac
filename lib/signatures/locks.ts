import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { documents, signatures } from "#db/schema";
import { findByFormerAddress } from "#lib/addresses";
import { Invalid, NotFound } from "#lib/errors";
import type { Named } from "#lib/event-kinds";
import { type LockedService, lockService } from "#lib/services/locks";
import type { OneSignature } from "#lib/signatures/inputs";

export type SignatureRow = typeof signatures.$inferSelect;
/** A signature's row with that of its service. */
export type LockedSignature = SignatureRow & { service: LockedService };

/** The signature's row, locked until the transaction ends, as its service is. Throws NotFound. */
export async function lockSignature(tx: Tx, address: OneSignature): Promise<LockedSignature> {
  const service = await lockService(tx, address.service);
  const row = await findSignatureRow(tx, service, address.signature);
  if (!row) throw new NotFound(`${service.name} has no signature “${address.signature}”.`);
  return { ...row, service };
}

/** The signature of this address, of a service that is locked already; undefined when there is none. */
export async function findSignatureRow(
  tx: Tx,
  service: { id: string },
  slug: string,
): Promise<SignatureRow | undefined> {
  const address = and(eq(signatures.serviceId, service.id), eq(signatures.slug, slug));
  const [row] = await tx.select().from(signatures).where(address).for("update");
  return row;
}

/** Where `redis-down#mitigation-2` leads among the runbooks of the service; both null for none. Throws Invalid. */
export async function requireRunbookStep(
  tx: Tx,
  service: LockedService,
  address: string | null,
): Promise<Pick<SignatureRow, "runbookId" | "runbookAnchor">> {
  if (!address) return { runbookId: null, runbookAnchor: null };
  const [slug = "", anchor = null] = address.split("#");
  const runbook = await findRunbook(tx, service, slug);
  if (!runbook) throw new Invalid(`${service.name} has no runbook “${slug}”.`, "runbook");
  if (runbook.retiredAt) throw new Invalid(`The runbook “${runbook.title}” is retired.`, "runbook");
  return { runbookId: runbook.id, runbookAnchor: anchor };
}

/** Where a signature leads to, as `requireRunbookStep` reads it; null for nowhere. */
export async function runbookAddress(
  tx: Tx,
  { runbookId, runbookAnchor }: Pick<SignatureRow, "runbookId" | "runbookAnchor">,
): Promise<string | null> {
  if (!runbookId) return null;
  const [runbook] = await tx.select({ slug: documents.slug }).from(documents).where(eq(documents.id, runbookId));
  return runbook ? `${runbook.slug}${runbookAnchor ? `#${runbookAnchor}` : ""}` : null;
}

async function findRunbook(tx: Tx, { id }: LockedService, slug: string) {
  const present = and(eq(documents.serviceId, id), eq(documents.kind, "runbook"), eq(documents.slug, slug));
  const [runbook] = await tx.select().from(documents).where(present).for("share");
  if (runbook) return runbook;
  const former = await findByFormerAddress(tx, "document", `${id}/runbooks/${slug}`);
  const [moved] = former ? await tx.select().from(documents).where(eq(documents.id, former)).for("share") : [];
  return moved;
}

/** How events name a signature: by what it means. */
export const namedSignature = ({ slug, meaning }: Pick<SignatureRow, "slug" | "meaning">): Named => ({
  slug,
  name: meaning,
});
