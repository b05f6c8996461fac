import { asc, eq } from "drizzle-orm";
import { db, inTransaction } from "#db/client";
import { overrides } from "#db/schema";
import type { Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { standingIn } from "#lib/rotations/standing-in/held-spans";

// What the tests of the commands that change a watch share. Weeks of `given.rotation` begin on Mondays at 09:00 UTC in
// winter: from 2 March 2026 on the lead, then `member`, then `other`.

export const monday = Temporal.Instant.from("2026-03-02T09:00:00Z");
/** `hours` after Monday, 2 March 2026, 09:00 UTC. */
export const after = (hours: number) => monday.add({ seconds: Math.round(hours * 3_600) });
export const day = 24;
export const week = 7 * day;

export async function viewerOf(person: Person, at = monday): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

export const addressOf = (person: Person) => person.email ?? person.handle ?? "";

/** A stretch of one person, or of “nobody”; in hours after that Monday. */
export type Stood = { who: string; from: number; to: number };

/** Who stands watch between two hours, by the names given, neighbours joined. */
export async function whoStands(
  rotation: Rotation,
  names: Record<string, Person>,
  [from, to]: [number, number],
): Promise<Stood[]> {
  const window = { from: after(from), to: after(to) };
  const { roster } = await inTransaction((tx) => standingIn(tx, rotation.id, window));
  const nameOf = (id: string) => Object.entries(names).find(([, person]) => person.id === id)?.[0] ?? "a stranger";
  const pieces = [
    ...roster.shifts.map((shift) => ({ ...shift, who: nameOf(shift.person) })),
    ...roster.gaps.map((gap) => ({ ...gap, who: "nobody" })),
  ].toSorted((one, other) => Temporal.Instant.compare(one.from, other.from));
  const stretches: Stood[] = [];
  for (const { who, from: begin, to: end } of pieces) {
    const last = stretches.at(-1);
    if (last?.who === who && last.to === hoursOf(begin)) last.to = hoursOf(end);
    else stretches.push({ who, from: hoursOf(begin), to: hoursOf(end) });
  }
  return stretches;
}

/** The same as lines, as in `["lead 0–24", "nobody 24–30"]`; three weeks unless said otherwise. */
export async function stood(
  rotation: Rotation,
  names: Record<string, Person>,
  window: [number, number] = [0, 3 * week],
): Promise<string[]> {
  return (await whoStands(rotation, names, window)).map(({ who, from, to }) => `${who} ${from}–${to}`);
}

export const hoursOf = (at: Temporal.Instant) => at.since(monday).total("hours");

/** The overrides of a rotation as they are stored, in order. */
export const storedOverrides = (rotation: Rotation) =>
  db().select().from(overrides).where(eq(overrides.rotationId, rotation.id)).orderBy(asc(overrides.startsAt));
