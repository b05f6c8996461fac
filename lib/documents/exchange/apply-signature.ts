import "server-only";
import { eq } from "drizzle-orm";
import { stringify } from "yaml";
import type { Tx } from "#db/client";
import { signatures } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { changesOf } from "#lib/changes";
import type { Outcome } from "#lib/documents/exchange/outcome";
import { importer, type Origin } from "#lib/documents/exchange/place-draft";
import type { LockedService } from "#lib/services/locks";
import { editSignatureIn, setRetiredIn, writeSignatureIn } from "#lib/signatures/commands";
import type { PutSignatureInput } from "#lib/signatures/inputs";
import { findSignatureRow, type LockedSignature, requireRunbookStep, type SignatureRow } from "#lib/signatures/locks";

type SignatureFile = { path: string; slug: string; body: PutSignatureInput; origin: Origin };

/**
 * Brings a signature to what its file says, in the transaction of a caller who locked the service. One that a person
 * wrote, or changed since the last import, is left alone, and the difference reported. Throws Forbidden, Conflict, Invalid.
 */
export async function applySignature(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  { path, slug, body, origin }: SignatureFile,
  at: Temporal.Instant,
): Promise<Outcome> {
  const loaded = { path, address: `${service.slug}/signatures/${slug}`, title: body.meaning };
  const row = await findSignatureRow(tx, service, slug);
  if (!row) {
    const written = await writeSignatureIn(tx, viewer, service, { ...body, slug }, at);
    await stamp(tx, written, origin);
    return { outcome: "created", loaded };
  }
  const present: LockedSignature = { ...row, service };
  const isOurs = present.personId === null && present.actor.startsWith("Import of ");
  const wasLetGo = present.retiredAt !== null && present.source === null && isOurs;
  if (present.retiredAt && !wasLetGo)
    return { outcome: "passed-over", told: { path, reason: `“${present.meaning}” is retired here.` } };
  const changes = await differences(tx, present, body);
  if (changes.length === 0 && !wasLetGo) return { outcome: "unchanged" };
  if (!isOurs || (present.source !== null && present.source !== origin?.name)) {
    const reason = "The signature was written or changed here, and says something else.";
    const here = stringify(Object.fromEntries(changes.map(({ field, before }) => [field, before])));
    const there = stringify(Object.fromEntries(changes.map(({ field, after }) => [field, after])));
    return { outcome: "conflict", conflict: { path, reason, address: loaded.address, here, there } };
  }
  if (wasLetGo) await setRetiredIn(tx, viewer, present, null, at);
  await editSignatureIn(tx, viewer, { ...present, retiredAt: null }, body, at);
  await stamp(tx, present, origin);
  return { outcome: "changed", loaded };
}

async function differences(tx: Tx, present: LockedSignature, { runbook, ...facts }: PutSignatureInput) {
  const step = runbook === undefined ? {} : await requireRunbookStep(tx, present.service, runbook);
  return changesOf<SignatureRow>(present, { ...facts, ...step });
}

async function stamp(tx: Tx, { id }: { id: string }, origin: Origin): Promise<void> {
  const from = { source: origin?.name ?? null, location: origin?.location ?? null, ...importer(origin) };
  await tx.update(signatures).set(from).where(eq(signatures.id, id));
}
