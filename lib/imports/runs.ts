import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db, type Handle, type Tx } from "#db/client";
import { importRuns } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import type { ImportResult } from "#lib/imports/result";

type Beginning = { source: string; total: number; prunes: boolean };

/** Opens the record of a run, visible to everybody at once. Returns its id. */
export async function beginRun(
  viewer: Viewer,
  { source, total, prunes }: Beginning,
  at: Temporal.Instant,
): Promise<string> {
  const [run] = await db()
    .insert(importRuns)
    .values({ source, total, prunes, personId: viewer.personId, actor: viewer.name, startedAt: at })
    .returning({ id: importRuns.id });
  if (!run) throw new Error("The database returned no run.");
  return run.id;
}

/**
 * Lets others see how far a run is while its own transaction is still open. On the embedded database, which has one
 * connection, the news waits until that transaction is over: nobody may wait for it inside.
 */
export function followRun(run: string) {
  let done = 0;
  let news: Promise<unknown> = Promise.resolve();
  const tell = () => db().update(importRuns).set({ done }).where(isRunning(run));
  return {
    advance(count: number): void {
      done += count;
      news = Promise.all([news, tell().catch(() => undefined)]);
    },
    settled: () => news,
  };
}

/** Closes the record with what came of the run, in the transaction of its changes. */
export async function finishRun(tx: Tx, run: string, result: ImportResult, at: Temporal.Instant): Promise<void> {
  const { created, changed, unchanged, retired, rejected, notes } = result;
  await tx
    .update(importRuns)
    .set({ created, changed, unchanged, retired, rejected, notes, done: result.total, finishedAt: at })
    .where(eq(importRuns.id, run));
}

/** Closes the record of a run that came to nothing; `failure` is for the administrator to read. */
export async function failRun(handle: Handle, run: string, failure: string, at: Temporal.Instant): Promise<void> {
  await handle.update(importRuns).set({ failure, finishedAt: at }).where(isRunning(run));
}

const isRunning = (run: string) => and(eq(importRuns.id, run), isNull(importRuns.finishedAt));
