import "server-only";
import { sql } from "drizzle-orm";
import { db, inTransaction, type Tx, violatedConstraint } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { KnownError } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { type Reading, readDescriptor } from "#lib/imports/descriptor";
import { loadSnapshot } from "#lib/imports/load-snapshot";
import { type Plan, planImport } from "#lib/imports/plan";
import type { ImportResult } from "#lib/imports/result";
import { beginRun, failRun, finishRun, followRun } from "#lib/imports/runs";
import type { SourceDocument } from "#lib/imports/source-document";
import { inTurn } from "#lib/imports/turns";
import { importWatches, mayTouchWatches, touchesWatches, withWatches } from "#lib/imports/watches";
import { writePlan } from "#lib/imports/write-plan";
import type { Progress } from "#lib/imports/write-things";
import { lockDefaults } from "#lib/rotations/versions/defaults";
import { lockHierarchy } from "#lib/teams/locks";
import { refusingOwnManagement } from "#lib/teams/management";

export type ImportOptions = {
  /** Groups descriptors for pruning: the root that was imported, or the name given over HTTP. */
  source: string;
  /** Only says what would happen: nothing at all is written. */
  dryRun?: boolean;
  /** Retires what came from the same source before and is no longer among the documents. */
  prune?: boolean;
  /** The record of the run, where it has been opened already. */
  run?: string;
};

/**
 * Loads catalog descriptors. Each document stands by itself: a bad one is rejected with its line and reason. All
 * changes and their events are one transaction, so that a run which is cut off leaves nothing behind; imports take
 * turns. Doing it again changes nothing. Throws Forbidden.
 */
export async function importCatalog(
  viewer: Viewer,
  documents: readonly SourceDocument[],
  options: ImportOptions,
  at = now(),
): Promise<ImportResult> {
  authorize(viewer, "import:run");
  const readings = await readAll(documents);
  if (options.dryRun) return rehearse(viewer, documents, readings, options, at);

  const run = options.run ?? (await beginRun(viewer, beginningOf(documents, options), at));
  const { advance, settled } = followRun(run);
  try {
    return await inTurn(() => persist(viewer, documents, readings, { ...options, run }, advance, at));
  } catch (error) {
    await failRun(
      db(),
      run,
      error instanceof KnownError ? error.message : "Something broke; nothing of it was kept.",
      now(),
    );
    throw error;
  } finally {
    await settled();
  }
}

const beginningOf = (documents: readonly SourceDocument[], { source, prune = false }: ImportOptions) => ({
  source,
  total: documents.length,
  prunes: prune,
});

const mostTries = 3;

async function persist(
  viewer: Viewer,
  documents: readonly SourceDocument[],
  readings: readonly Reading[],
  options: ImportOptions & { run: string },
  progress: Progress,
  at: Temporal.Instant,
): Promise<ImportResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(async (tx) => {
        const result = await write(tx, viewer, documents, readings, options, progress, at);
        await recordRun(tx, viewer, options.source, result, at);
        await finishRun(tx, options.run, result, now());
        return result;
      });
    } catch (error) {
      // Somebody took an address by hand between reading and writing: what is there has to be looked at again.
      if (!violatedConstraint(error) || attempt === mostTries) throw error;
    }
  }
}

/** Everything that an import does but the record of its run. */
async function write(
  tx: Tx,
  viewer: Viewer,
  documents: readonly SourceDocument[],
  readings: readonly Reading[],
  options: ImportOptions,
  progress: Progress,
  at: Temporal.Instant,
): Promise<ImportResult> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('watchbill.import'))`);
  if (mayTouchWatches(readings, options)) await lockDefaults(tx);
  await lockHierarchy(tx);
  const planned = await plan(tx, readings, options, at);
  const result = resultOf(planned, documents);
  progress(result.unchanged + result.rejected.length);
  await refusingOwnManagement(tx, viewer, null, () => writePlan(tx, viewer, planned, at, progress));
  return withWatches(result, readings, await importWatches(tx, viewer, readings, options, at));
}

class Rehearsed extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super("This was a rehearsal.");
    this.result = result;
  }
}

/** What an import comes to. Watches are tried out for that, together with what they need, and all of it is undone. */
async function rehearse(
  viewer: Viewer,
  documents: readonly SourceDocument[],
  readings: readonly Reading[],
  options: ImportOptions,
  at: Temporal.Instant,
): Promise<ImportResult> {
  return inTransaction(async (tx) => {
    if (!(await touchesWatches(tx, readings, options)))
      return resultOf(await plan(tx, readings, options, at), documents);
    throw new Rehearsed(await write(tx, viewer, documents, readings, options, () => undefined, at));
  }).catch((error: unknown) => {
    if (error instanceof Rehearsed) return error.result;
    throw error;
  });
}

async function plan(
  tx: Tx,
  readings: readonly Reading[],
  { source, prune = false }: ImportOptions,
  at: Temporal.Instant,
) {
  const descriptors = readings.flatMap((one) => (one.kind === "descriptor" ? [one.descriptor] : []));
  const sources = new Set([source, ...descriptors.map((one) => one.source ?? source)]);
  const snapshot = await loadSnapshot(tx, descriptors, prune ? [...sources] : []);
  return planImport(snapshot, readings, { source, prunes: prune, at, newId: () => crypto.randomUUID() });
}

async function recordRun(tx: Tx, viewer: Viewer, source: string, result: ImportResult, at: Temporal.Instant) {
  const { created, changed, unchanged, retired, rejected, differences } = result;
  if (differences.length === 0 && rejected.length === 0) return;
  const counts = { created, changed, unchanged, retired, rejected: rejected.length };
  await recordEvent(tx, viewer, at, { kind: "import.finished", source, ...counts, about: [] });
}

function resultOf(plan: Plan, documents: readonly SourceDocument[]): ImportResult {
  const { created, changed, unchanged, retired, rejected, notes, differences } = plan;
  return { total: documents.length, created, changed, unchanged, retired, rejected, notes, differences };
}

/** Understands the documents, with a pause now and then for whatever else the process does. */
async function readAll(documents: readonly SourceDocument[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const document of documents) {
    readings.push(readDescriptor(document));
    if (readings.length % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return readings;
}
