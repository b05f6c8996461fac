import type { Handle } from "#db/client";
import { coverageFindings, coverageRuns, coverageSnapshots, coverageTallies } from "#db/schema";

type Row<Table extends { $inferInsert: object }> = Table["$inferInsert"];

type Measured = Pick<Row<typeof coverageSnapshots>, "level" | "met" | "notMet" | "checks"> & {
  from: Temporal.Instant;
  to?: Temporal.Instant;
};

/** What was measured of a service over `[from, to)`, as if a daily run had found it. */
export async function createSnapshot(
  handle: Handle,
  { id, deliveryTeamId }: { id: string; deliveryTeamId?: string | null },
  { from, to, ...found }: Measured,
): Promise<void> {
  await handle
    .insert(coverageSnapshots)
    .values({ serviceId: id, deliveryTeamId: deliveryTeamId ?? null, startsAt: from, endsAt: to ?? null, ...found });
}

/** A daily run that measured as of `at`, and was finished at once. */
export async function createCoverageRun(handle: Handle, at: Temporal.Instant): Promise<void> {
  await handle
    .insert(coverageRuns)
    .values({ day: dayOf(at), at, finishedAt: at })
    .onConflictDoNothing();
}

type Tally = { team: { id: string } | null; levels: number[]; met?: number[]; notMet?: number[] };

/** What the run of that day counted for one team. */
export async function createTally(
  handle: Handle,
  at: Temporal.Instant,
  { team, levels, met = [], notMet = [] }: Tally,
): Promise<void> {
  const services = levels.reduce((sum, count) => sum + count, 0);
  await handle
    .insert(coverageTallies)
    .values({ day: dayOf(at), teamId: team?.id ?? null, services, levels, met, notMet });
}

/** What the last run found that asks for work or for a conversation. */
export async function createFinding(handle: Handle, finding: Row<typeof coverageFindings>): Promise<void> {
  await handle.insert(coverageFindings).values(finding);
}

const dayOf = (at: Temporal.Instant) => at.toString().slice(0, 10);
