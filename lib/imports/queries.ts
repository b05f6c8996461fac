import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client";
import { type ImportDifference, type ImportNote, importRuns, type RejectedDocument } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";

export { findProvenance } from "#lib/imports/provenance";

/** `cut-off`: its process ended before it did, so nothing of it was kept. */
export type RunState = "running" | "finished" | "failed" | "cut-off";

export type RunSummary = {
  id: string;
  source: string;
  by: string;
  /** ISO 8601. */
  startedAt: string;
  finishedAt: string | null;
  state: RunState;
  isDryRun: boolean;
  prunes: boolean;
  total: number;
  done: number;
  created: number;
  changed: number;
  unchanged: number;
  retired: number;
  rejected: number;
};

export type RunView = Omit<RunSummary, "rejected"> & {
  rejected: RejectedDocument[];
  notes: ImportNote[];
  differences: ImportDifference[];
  /** A dry run whose upload is still here can be made real. */
  canStart: boolean;
  failure: string | null;
};

const mostRuns = 50;
const longestHours = 1;

const summary = {
  id: importRuns.id,
  source: importRuns.source,
  actor: importRuns.actor,
  startedAt: importRuns.startedAt,
  finishedAt: importRuns.finishedAt,
  failure: importRuns.failure,
  isDryRun: importRuns.isDryRun,
  prunes: importRuns.prunes,
  total: importRuns.total,
  done: importRuns.done,
  created: importRuns.created,
  changed: importRuns.changed,
  unchanged: importRuns.unchanged,
  retired: importRuns.retired,
};

/** The latest imports, newest first, dry runs among them. Throws Forbidden. */
export async function listRuns(viewer: Viewer): Promise<RunSummary[]> {
  authorize(viewer, "administration:read");
  const rows = await db()
    .select({ ...summary, rejected: sql<number>`jsonb_array_length(${importRuns.rejected})::int` })
    .from(importRuns)
    .orderBy(desc(importRuns.startedAt))
    .limit(mostRuns);
  return rows.map(({ rejected, ...row }) => ({ ...toSummary(row), rejected }));
}

/** One import with everything that is known of it, or undefined. Throws Forbidden. */
export async function findRun(viewer: Viewer, id: string): Promise<RunView | undefined> {
  authorize(viewer, "administration:read");
  if (!z.uuid().safeParse(id).success) return undefined;
  const { rejected, notes, differences } = importRuns;
  const hasUpload = sql<boolean>`${importRuns.upload} is not null`;
  const [row] = await db()
    .select({ ...summary, rejected, notes, differences, hasUpload })
    .from(importRuns)
    .where(eq(importRuns.id, id));
  if (!row) return undefined;
  const { hasUpload: canStart, failure, ...found } = row;
  const { rejected: documents, notes: kept, differences: seen, ...rest } = found;
  return { ...toSummary({ ...rest, failure }), rejected: documents, notes: kept, differences: seen, canStart, failure };
}

type SummaryRow = Omit<RunSummary, "by" | "startedAt" | "finishedAt" | "state" | "rejected"> & {
  actor: string;
  startedAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
  failure: string | null;
};

function toSummary({ actor, startedAt, finishedAt, failure, ...row }: SummaryRow): Omit<RunSummary, "rejected"> {
  const times = { startedAt: startedAt.toString(), finishedAt: finishedAt?.toString() ?? null };
  return { ...row, ...times, by: actor, state: stateOf(startedAt, finishedAt, failure) };
}

function stateOf(startedAt: Temporal.Instant, finishedAt: Temporal.Instant | null, failure: string | null): RunState {
  if (failure) return "failed";
  if (finishedAt) return "finished";
  return startedAt.until(now()).total("hours") > longestHours ? "cut-off" : "running";
}
