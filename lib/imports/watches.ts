import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "#db/client";
import { alertRules, documents, signatures } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import type { Reading } from "#lib/imports/descriptor";
import { listWatchesFrom } from "#lib/imports/imported-watches";
import { inReadingOrder, sourcesOf } from "#lib/imports/plan";
import { pruneWatches } from "#lib/imports/prune-watches";
import type { ImportResult } from "#lib/imports/result";
import { noWatches, type WatchResult, writeWatches } from "#lib/imports/write-watches";
import { importWritten } from "#lib/imports/write-written";

type Options = { source: string; prune?: boolean };

const triedOut = ["watch", "written", "rules"];
const describesWatches = (readings: readonly Reading[]) => readings.some(({ kind }) => triedOut.includes(kind));

/** Whether an import could change any rotation or escalation path, told without looking. */
export const mayTouchWatches = (readings: readonly Reading[], { prune = false }: Options): boolean =>
  prune || describesWatches(readings);

/** The same, having looked at what came from the sources before. */
export async function touchesWatches(tx: Tx, readings: readonly Reading[], options: Options): Promise<boolean> {
  if (describesWatches(readings) || !options.prune) return describesWatches(readings);
  const sources = sourcesOf(readings, options.source);
  if ((await listWatchesFrom(tx, sources)).length > 0) return true;
  for (const table of [documents, signatures, alertRules]) {
    const [one] = await tx.select({ id: table.id }).from(table).where(inArray(table.source, sources)).limit(1);
    if (one) return true;
  }
  return false;
}

/** Applies the rotations, escalation paths and what is written of services among the readings, and takes back those that a pruned source has no more. */
export async function importWatches(
  tx: Tx,
  viewer: Viewer,
  readings: readonly Reading[],
  { source, prune }: Options,
  at: Temporal.Instant,
): Promise<WatchResult> {
  const watches = readings.flatMap((one) =>
    one.kind === "watch" ? [{ ...one.watch, source: one.watch.source ?? source }] : [],
  );
  const written = await writeWatches(tx, viewer, watches, at);
  const all = add(written, await importWritten(tx, viewer, readings, { source, prune }, at));
  return add(all, prune ? await pruneWatches(tx, viewer, readings, source, at) : noWatches());
}

/** The result of a whole import, its rejections in the order of their documents. */
export function withWatches(result: ImportResult, readings: readonly Reading[], watches: WatchResult): ImportResult {
  const all = add(result, watches);
  return { ...all, total: result.total, rejected: inReadingOrder(readings, all.rejected) };
}

function add(one: WatchResult, other: WatchResult): WatchResult {
  return {
    created: one.created + other.created,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    retired: one.retired + other.retired,
    rejected: [...one.rejected, ...other.rejected],
    notes: [...one.notes, ...other.notes],
    differences: [...one.differences, ...other.differences],
  };
}
