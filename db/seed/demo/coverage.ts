import { draftRun, type FoundOfService, newSnapshots } from "#db/seed/coverage";
import type { Draft } from "#db/seed/draft";

export type { FoundOfService } from "#db/seed/coverage";

/**
 * What was found of each service that lived at an instant: the product's own judgement, which nothing in here knows. Where
 * `isCoarse`, a service that nothing happened to since the instant before is said to be as it was then.
 */
export type Measure = (at: Temporal.Instant, isCoarse?: boolean) => FoundOfService[];

/** Who stands a watch that is handed on daily is kept day by day for the last weeks only: longer ago it is of no use. */
const [days, closely] = [182, 28];

/** Two quarters of daily runs, the last one yesterday's: the first thing that the server does is to measure today. */
export function draftCoverage(draft: Draft, measure: Measure, at: Temporal.Instant): void {
  const snapshots = newSnapshots(draft);
  const today = at.toZonedDateTimeISO("UTC").startOfDay();
  for (let ago = days; ago > 0; ago -= 1) {
    const run = today.subtract({ days: ago }).add({ minutes: 2 }).toInstant();
    const found = measure(run, ago > closely);
    snapshots.keep(found, run);
    draftRun(draft, found, run);
  }
}
