import type { Roster, Shift, Span } from "#lib/rotations/rotation";

/** How far ahead somebody is told of shifts that moved. */
const toldWeeks = 12;
export const toldSpan = (from: Temporal.Instant): Span => ({ from, to: from.add({ hours: 24 * 7 * toldWeeks }) });

/** The ids of those who stand watch at other times in `after` than in `before`, both over the same window. */
export function movedPeople(before: Roster, after: Roster): string[] {
  const [earlier, later] = [spansByPerson(before.shifts), spansByPerson(after.shifts)];
  return [...new Set([...earlier.keys(), ...later.keys()])].filter(
    (person) => earlier.get(person) !== later.get(person),
  );
}

/** When each person stands watch, as text to compare. By which layer or override is no matter. */
function spansByPerson(shifts: readonly Shift[]): Map<string, string> {
  const spans = new Map<string, { from: Temporal.Instant; to: Temporal.Instant }[]>();
  for (const { person, from, to } of shifts) {
    const known = spans.get(person) ?? [];
    const last = known.at(-1);
    if (last?.to.equals(from)) last.to = to;
    else known.push({ from, to });
    spans.set(person, known);
  }
  return new Map([...spans].map(([person, list]) => [person, list.map(({ from, to }) => `${from}/${to}`).join(" ")]));
}
