import { draftRun, type FoundOfService, newSnapshots } from "#db/seed/coverage";
import type { Draft } from "#db/seed/draft";

export type { FoundOfService } from "#db/seed/coverage";

/** What was found of each service that lived at an instant: the product's own judgement, which nothing in here knows. */
export type Measure = (at: Temporal.Instant) => FoundOfService[];

const days = 182;

/** Two quarters of daily runs, the last one yesterday's: the first thing that the server does is to measure today. */
export function draftCoverage(draft: Draft, measure: Measure, at: Temporal.Instant): void {
  const snapshots = newSnapshots(draft);
  const today = at.toZonedDateTimeISO("UTC").startOfDay();
  for (let ago = days; ago > 0; ago -= 1) {
    const run = today.subtract({ days: ago }).add({ minutes: 2 }).toInstant();
    const found = measure(run);
    snapshots.keep(found, run);
    draftRun(draft, found, run);
  }
}
