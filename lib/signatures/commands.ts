import "server-only";
import { and, eq, like, or } from "drizzle-orm";
import { inTransaction, type Tx, violatedConstraint } from "#db/client";
import { signatures } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changedFields, changesOf } from "#lib/changes";
import { now } from "#lib/clock";
import { Conflict } from "#lib/errors";
import type { FieldChange } from "#lib/event-kinds";
import { recordEvent } from "#lib/events";
import { escapeLike } from "#lib/order";
import { type LockedService, lockService, named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";
import { indexPatterns } from "#lib/signatures/index-patterns";
import type { EditSignatureInput, OneSignature, PutSignatureInput, WriteSignatureInput } from "#lib/signatures/inputs";
import { writeLabels } from "#lib/signatures/labels";
import {
  type LockedSignature,
  lockSignature,
  namedSignature,
  requireRunbookStep,
  runbookAddress,
  type SignatureRow,
} from "#lib/signatures/locks";
import { slugify } from "#lib/slugs";

/** Which signature of which service. */
export type SignatureAddress = { service: string; signature: string };

/** Writes what an error of the service looks like and means. Throws NotFound, Forbidden, Invalid, Conflict. */
export function writeSignature(viewer: Viewer, input: WriteSignatureInput, at = now()): Promise<SignatureAddress> {
  const { service: slug, ...facts } = input;
  return inTransaction(async (tx) => {
    const service = await lockService(tx, slug);
    return addressOf(await writeSignatureIn(tx, viewer, service, facts, at));
  });
}

export async function writeSignatureIn(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  { slug, runbook = null, labels = {}, ...facts }: Omit<WriteSignatureInput, "service">,
  at: Temporal.Instant,
): Promise<LockedSignature> {
  authorize(viewer, "signature:edit", teamsOf(service));
  if (service.retiredAt) throw new Conflict(`${service.name} is retired: bring it back before writing about it.`);
  const [row] = await tx
    .insert(signatures)
    .values({
      ...facts,
      ...(await requireRunbookStep(tx, service, runbook)),
      labels,
      serviceId: service.id,
      slug: slug ?? (await freeSlug(tx, service, facts.meaning)),
      ...authorOf(viewer),
      createdAt: at,
      changedAt: at,
    })
    .returning()
    .catch(refuseTakenSlug(service, slug ?? ""));
  if (!row) throw new Error("The database returned no signature.");
  await indexPatterns(tx, [row]);
  const signature = { ...row, service };
  await record(tx, viewer, signature, { kind: "signature.written" }, at);
  return signature;
}

/** Changes what is said of an error; fields left out stay. Throws NotFound, Forbidden, Invalid, Conflict. */
export function editSignature(viewer: Viewer, input: EditSignatureInput, at = now()): Promise<SignatureAddress> {
  return inTransaction(async (tx) => {
    const signature = await lockSignature(tx, input);
    const { service: _service, signature: _signature, ...facts } = input;
    await editSignatureIn(tx, viewer, signature, facts, at);
    return addressOf(signature);
  });
}

export async function editSignatureIn(
  tx: Tx,
  viewer: Viewer,
  signature: LockedSignature,
  { runbook, ...facts }: Partial<PutSignatureInput>,
  at: Temporal.Instant,
): Promise<boolean> {
  const { service } = signature;
  authorize(viewer, "signature:edit", teamsOf(service));
  if (signature.retiredAt) throw new Conflict("This signature is retired: bring it back before changing it.");
  const step = runbook === undefined ? {} : await requireRunbookStep(tx, service, runbook);
  const changes = changesOf<SignatureRow>(signature, { ...definedOnly(facts), ...step });
  if (changes.length === 0) return false;
  const told = await toldChanges(tx, signature, changes);

  const patch = { ...changedFields<SignatureRow>(changes), ...authorOf(viewer), changedAt: at };
  await tx.update(signatures).set(patch).where(eq(signatures.id, signature.id));
  const edited = { ...signature, ...patch };
  if (edited.pattern !== signature.pattern) await indexPatterns(tx, [edited]);
  await record(tx, viewer, edited, { kind: "signature.edited", changes: told }, at);
  return true;
}

/** Takes a signature out of use; it matches no more, and its history stays. Throws NotFound, Forbidden. */
export function retireSignature(viewer: Viewer, input: OneSignature, at = now()): Promise<SignatureAddress> {
  return inTransaction(async (tx) => {
    const signature = await lockSignature(tx, input);
    await setRetiredIn(tx, viewer, signature, at, at);
    return addressOf(signature);
  });
}

/** Brings a retired signature back as it was. Throws NotFound, Forbidden. */
export function restoreSignature(viewer: Viewer, input: OneSignature, at = now()): Promise<SignatureAddress> {
  return inTransaction(async (tx) => {
    const signature = await lockSignature(tx, input);
    await setRetiredIn(tx, viewer, signature, null, at);
    return addressOf(signature);
  });
}

export async function setRetiredIn(
  tx: Tx,
  viewer: Viewer,
  signature: LockedSignature,
  retiredAt: Temporal.Instant | null,
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "signature:edit", teamsOf(signature.service));
  if ((signature.retiredAt === null) === (retiredAt === null)) return false;
  await tx.update(signatures).set({ retiredAt }).where(eq(signatures.id, signature.id));
  await record(tx, viewer, signature, { kind: retiredAt ? "signature.retired" : "signature.restored" }, at);
  return true;
}

type Told =
  | { kind: "signature.written" | "signature.retired" | "signature.restored" }
  | { kind: "signature.edited"; changes: FieldChange[] };

function record(tx: Tx, viewer: Viewer, signature: LockedSignature, told: Told, at: Temporal.Instant): Promise<void> {
  const { id, service } = signature;
  // The service comes first: what happened to it is found by that place.
  const about = [service.id, id];
  return recordEvent(tx, viewer, at, { ...told, signature: namedSignature(signature), service: named(service), about });
}

/** The first of `meaning`, `meaning-2`, … that no signature of the service has; the service is locked. */
async function freeSlug(tx: Tx, { id }: LockedService, meaning: string): Promise<string> {
  const base = slugify(meaning).replace(/^new$/, "") || "signature";
  const alike = or(eq(signatures.slug, base), like(signatures.slug, `${escapeLike(base)}-%`));
  const rows = await tx
    .select({ slug: signatures.slug })
    .from(signatures)
    .where(and(eq(signatures.serviceId, id), alike));
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Changes as the history tells them: labels as `name=value`, the runbook with its step by their address. */
async function toldChanges(tx: Tx, signature: LockedSignature, changes: FieldChange[]): Promise<FieldChange[]> {
  const after = { ...signature, ...changedFields<SignatureRow>(changes) };
  const runbook = changesOf(
    { runbook: await runbookAddress(tx, signature) },
    { runbook: await runbookAddress(tx, after) },
  );
  const others = changes.filter(({ field }) => field !== "runbookId" && field !== "runbookAnchor");
  return [
    ...others.map(({ field, before, after }) =>
      field === "labels" ? { field, before: labelWords(before), after: labelWords(after) } : { field, before, after },
    ),
    ...runbook,
  ];
}

const labelWords = (labels: unknown) => writeLabels(labels as Record<string, string>).replaceAll("\n", ", ");

const definedOnly = <Thing extends object>(thing: Thing): Thing =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as Thing;

const authorOf = ({ personId, name }: Viewer) => ({ personId, actor: name });
const addressOf = ({ slug, service }: LockedSignature): SignatureAddress => ({
  service: service.slug,
  signature: slug,
});

const refuseTakenSlug = (service: LockedService, slug: string) => (error: unknown) => {
  if (violatedConstraint(error) === "signatures_by_address")
    throw new Conflict(`${service.name} has a signature “${slug}” already.`, "slug");
  throw error;
};
