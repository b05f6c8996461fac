import type { Roster, Span } from "#lib/rotations/rotation";

/** A span that passes from one person to another, by id; null is nobody. */
export type RosterChange = Span & { before: string | null; after: string | null };

/** Where two rosters over the same window differ in who stands watch, in order. By which layer or override is no matter. */
export function rosterChanges(before: Roster, after: Roster): RosterChange[] {
  const [old, young] = [holdersOf(before), holdersOf(after)];
  const changes: RosterChange[] = [];
  let [one, other] = [0, 0];
  for (let [left, right] = [old[one], young[other]]; left && right; [left, right] = [old[one], young[other]]) {
    const from = later(left.from, right.from);
    const to = later(left.to, right.to) === left.to ? right.to : left.to;
    if (left.person !== right.person && isBefore(from, to))
      append(changes, { from, to, before: left.person, after: right.person });
    if (left.to.equals(to)) one += 1;
    if (right.to.equals(to)) other += 1;
  }
  return changes;
}

type Held = Span & { person: string | null };

function holdersOf({ shifts, gaps }: Roster): Held[] {
  const nobody = gaps.map(({ from, to }) => ({ from, to, person: null }));
  return [...shifts, ...nobody].toSorted((one, other) => Temporal.Instant.compare(one.from, other.from));
}

function append(changes: RosterChange[], change: RosterChange): void {
  const last = changes.at(-1);
  const goesOn = last?.to.equals(change.from) && last.before === change.before && last.after === change.after;
  if (last && goesOn) last.to = change.to;
  else changes.push(change);
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;
const later = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? other : one);
