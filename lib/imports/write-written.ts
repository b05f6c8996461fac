import "server-only";
import { and, eq, inArray, isNull, like } from "drizzle-orm";
import type { Tx } from "#db/client";
import { documents, signatures } from "#db/schema";
import { applyRules, pruneRules, type SaidRule } from "#lib/alerts/rules/apply-rules";
import type { Viewer } from "#lib/auth/policy";
import { setRetiredIn as setDocumentRetired } from "#lib/documents/commands";
import { applySignature } from "#lib/documents/exchange/apply-signature";
import type { Outcome } from "#lib/documents/exchange/outcome";
import { placeDraft } from "#lib/documents/exchange/place-draft";
import { holdService, lockDocumentById } from "#lib/documents/locks";
import { Conflict, KnownError } from "#lib/errors";
import type { Reading } from "#lib/imports/descriptor";
import { sourcesOf, toRejectedDocument } from "#lib/imports/plan";
import { noWatches, type WatchResult } from "#lib/imports/write-watches";
import type { WrittenDocument } from "#lib/imports/written-document";
import { lockService } from "#lib/services/locks";
import { setRetiredIn as setSignatureRetired } from "#lib/signatures/commands";
import { lockSignature } from "#lib/signatures/locks";

type Options = { source: string; prune?: boolean };
type Written = WrittenDocument & { source: string };

/**
 * Applies runbooks, then the signatures that lead into them, then alert rules, when their services are written. Each
 * stands by itself; what a person changed here is merged or left alone, never overwritten.
 */
export async function importWritten(
  tx: Tx,
  viewer: Viewer,
  readings: readonly Reading[],
  { source, prune = false }: Options,
  at: Temporal.Instant,
): Promise<WatchResult> {
  const result = noWatches();
  const written = readings.flatMap((one) =>
    one.kind === "written" ? [{ ...one.written, source: one.written.source ?? source }] : [],
  );
  const first = new Map<string, Written>();
  for (const one of written.toSorted((a, b) => Number(a.kind === "Signature") - Number(b.kind === "Signature")))
    await applyOne(tx, viewer, one, first, result, at);
  await importRules(tx, viewer, readings, source, result, at);
  if (prune) await pruneWritten(tx, viewer, readings, written, source, result, at);
  return result;
}

async function applyOne(
  tx: Tx,
  viewer: Viewer,
  written: Written,
  first: Map<string, Written>,
  result: WatchResult,
  at: Temporal.Instant,
): Promise<void> {
  try {
    const other = first.get(written.reference);
    if (other) throw new Conflict(`${other.reference} is already described in ${other.location}, line ${other.line}.`);
    first.set(written.reference, written);
    count(result, written, await tx.transaction((savepoint) => apply(savepoint, viewer, written, at)));
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    result.rejected.push(toRejectedDocument({ ...written, reason: error.message }));
  }
}

async function apply(tx: Tx, viewer: Viewer, written: Written, at: Temporal.Instant): Promise<Outcome> {
  const { slug, service, source, reference, location: path } = written;
  const origin = { name: source, location: reference };
  if (written.kind === "Signature")
    return applySignature(tx, viewer, await lockService(tx, service), { path, slug, body: written.body, origin }, at);
  const { reviewIntervalDays, ...body } = written.body;
  const draft = { path, service, kind: "runbook", slug, ...body, reviewIntervalDays, frontMatter: null } as const;
  return placeDraft(tx, viewer, await holdService(tx, service), draft, { origin, isHeld: () => true }, at);
}

function count(result: WatchResult, { reference, location, line }: Written, one: Outcome): void {
  const note = (text: string) => result.notes.push({ source: location, line, note: `${reference}: ${text}` });
  if (one.outcome === "created" || one.outcome === "changed" || one.outcome === "merged") {
    const outcome = one.outcome === "created" ? "created" : "changed";
    result[outcome] += 1;
    result.differences.push({ reference, name: one.loaded.title, outcome, changes: [] });
    return;
  }
  result.unchanged += 1;
  if (one.outcome === "passed-over") note(one.told.reason);
  if (one.outcome === "conflict") note(`${one.conflict.reason} Nothing was touched.`);
}

async function importRules(
  tx: Tx,
  viewer: Viewer,
  readings: readonly Reading[],
  own: string,
  result: WatchResult,
  at: Temporal.Instant,
): Promise<void> {
  const files = readings.flatMap((one) => (one.kind === "rules" ? [one.rules] : []));
  const said = new Map<string, SaidRule>();
  for (const { rules, source = own, location, notes } of files) {
    result.notes.push(...notes.map(({ line, note }) => ({ source: location, line, note })));
    for (const rule of rules) {
      const key = JSON.stringify([source, rule.service, rule.name]);
      const known = said.get(key);
      if (known) known.variants.push(...rule.variants);
      else said.set(key, { ...rule, variants: [...rule.variants], source, location });
    }
  }
  const outcomes = await applyRules(tx, viewer, [...said.values()], at);
  for (const { rule, outcome, note } of outcomes) {
    const { name, location } = rule;
    if (note) result.notes.push({ source: location, line: 1, note });
    if (outcome !== "unchanged")
      result.differences.push({ reference: `alert-rule:${name}`, name, outcome, changes: [] });
  }
  for (const { location } of files) {
    const own = outcomes.filter(({ rule }) => rule.location === location).map(({ outcome }) => outcome);
    result[own.includes("created") ? "created" : own.includes("changed") ? "changed" : "unchanged"] += 1;
  }
}

/** Of a document that could not be read nobody knows what it describes: then nothing is taken back. */
async function pruneWritten(
  tx: Tx,
  viewer: Viewer,
  readings: readonly Reading[],
  written: readonly Written[],
  own: string,
  result: WatchResult,
  at: Temporal.Instant,
): Promise<void> {
  if (readings.some(({ kind }) => kind === "rejection") || result.rejected.length > 0) return;
  const sources = sourcesOf(readings, own);
  const described = new Set(written.map(({ reference }) => reference));
  const gone = (reference: string, name: string) => {
    result.retired += 1;
    result.differences.push({ reference, name, outcome: "retired", changes: [] });
  };
  for (const { id, location, title } of await runbooksFrom(tx, sources)) {
    if (!location || described.has(location)) continue;
    await setDocumentRetired(tx, viewer, await lockDocumentById(tx, id), at, at);
    await tx
      .update(documents)
      .set({ source: null, location: null, importedRevision: null })
      .where(eq(documents.id, id));
    gone(location, title);
  }
  for (const { id, location, meaning } of await signaturesFrom(tx, sources)) {
    const [, service, signature] = /^signature:([^/]+)\/(.+)$/.exec(location ?? "") ?? [];
    if (!location || !service || !signature || described.has(location)) continue;
    await setSignatureRetired(tx, viewer, await lockSignature(tx, { service, signature }), at, at);
    await tx.update(signatures).set({ source: null, location: null }).where(eq(signatures.id, id));
    gone(location, meaning);
  }
  const rules = new Set(
    readings.flatMap((one) =>
      one.kind === "rules" ? one.rules.rules.map(({ name }) => JSON.stringify([one.rules.source ?? own, name])) : [],
    ),
  );
  const isDescribed = ({ source, name }: { source: string; name: string }) => rules.has(JSON.stringify([source, name]));
  for (const name of await pruneRules(tx, viewer, sources, isDescribed, at)) gone(`alert-rule:${name}`, name);
}

const runbooksFrom = (tx: Tx, sources: readonly string[]) =>
  tx
    .select({ id: documents.id, location: documents.location, title: documents.title })
    .from(documents)
    .where(
      and(inArray(documents.source, [...sources]), like(documents.location, "runbook:%"), isNull(documents.retiredAt)),
    );

const signaturesFrom = (tx: Tx, sources: readonly string[]) =>
  tx
    .select({ id: signatures.id, location: signatures.location, meaning: signatures.meaning })
    .from(signatures)
    .where(
      and(
        inArray(signatures.source, [...sources]),
        like(signatures.location, "signature:%"),
        isNull(signatures.retiredAt),
      ),
    );
