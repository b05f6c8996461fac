import "server-only";
import type { Tx } from "#db/client";
import { isBefore } from "#lib/rotations/spans";
import { type Standing, standingIn } from "#lib/rotations/standing-in/held-spans";
import type { WatchPerson } from "#lib/rotations/watches";

/** A handoff with whoever leaves the watch then, and whoever comes next, be it after a gap; null beyond 40 days. */
export type Handoff = { at: Temporal.Instant; outgoing: WatchPerson; incoming: WatchPerson | null };

const farthestHours = 24 * 40;

/** The handoff at exactly `at`: somebody holds the watch up to then and no longer. Undefined where there is none. */
export async function handoffAt(tx: Tx, rotationId: string, at: Temporal.Instant): Promise<Handoff | undefined> {
  const window = { from: at.subtract({ seconds: 1 }), to: at.add({ hours: farthestHours }) };
  const standing = await standingIn(tx, rotationId, window);
  const before = holderAt(standing, window.from);
  if (!before || before.id === holderAt(standing, at)?.id) return undefined;
  const next = standing.roster.shifts.find(({ from }) => !isBefore(from, at));
  return { at, outgoing: before, incoming: next ? (standing.people.get(next.person) ?? null) : null };
}

function holderAt({ roster, people }: Standing, at: Temporal.Instant): WatchPerson | undefined {
  const shift = roster.shifts.find(({ from, to }) => !isBefore(at, from) && isBefore(at, to));
  return shift && people.get(shift.person);
}
