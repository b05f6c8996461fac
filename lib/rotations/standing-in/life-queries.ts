import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { InstantInput } from "#lib/rotations/inputs";
import { findRoster } from "#lib/rotations/roster-queries";
import { isBefore } from "#lib/rotations/spans";
import { listStandIns, type StandInView } from "#lib/rotations/standing-in/stand-in-queries";
import type { PersonView, RosterView, ShiftView } from "#lib/rotations/views";

/** How far ahead people plan who stands in. */
const weeksAhead = 8;

/**
 * Who stands a watch in the coming eight weeks; the last shift is told as far as the eight weeks after them show it.
 * What is being stood at `at` begins with its minute, so that forms say the same for a while.
 */
export async function findComingRoster(viewer: Viewer, rotationId: string, at: Temporal.Instant): Promise<RosterView> {
  const end = at.add({ hours: 24 * 7 * weeksAhead });
  const roster = await findRoster(viewer, rotationId, { from: at, to: end.add({ hours: 24 * 7 * weeksAhead }) });
  const minute = at.round({ smallestUnit: "minute", roundingMode: "floor" }).toString();
  const coming = <Part extends { from: string }>(parts: readonly Part[]) =>
    parts
      .filter(({ from }) => isBefore(Temporal.Instant.from(from), end))
      .map((part) => (isBefore(at, Temporal.Instant.from(part.from)) ? part : { ...part, from: minute }));
  return { ...roster, from: minute, shifts: coming(roster.shifts), gaps: coming(roster.gaps) };
}

/** The shifts of one person in a roster. `address` is the e-mail or the handle. */
export const shiftsOf = ({ shifts }: RosterView, address: string | null): ShiftView[] =>
  shifts.filter(({ person }) => person.address === address);

/** The shift that the address names by its end, or the first one; without any, the day to come. ISO texts. */
export function chosenSpan(
  shifts: readonly ShiftView[],
  end: string | string[] | undefined,
  from: string,
): { from: string; to: string } {
  const chosen = shifts.find(({ to }) => to === end) ?? shifts[0];
  if (chosen) return { from: chosen.from, to: chosen.to };
  return { from, to: Temporal.Instant.from(from).add({ hours: 24 }).toString() };
}

/** What the page needs on which somebody asks for cover. */
export type Asking = {
  /** For whom it is asked; null for a viewer who is nobody. */
  person: PersonView | null;
  /** For whom the viewer may ask: those with coming shifts, and themselves. Empty unless they may for others. */
  people: PersonView[];
  /** Those that are still to be stood, from the minute `from` on. */
  shifts: ShiftView[];
  from: string;
  /** The coming shift that is chosen; undefined where there is none. */
  span: { from: string; to: string } | undefined;
  standIns: StandInView[];
};

/** The coming shifts of the viewer, or of whom the address names where they may ask for others, and who could stand in. */
export async function findAsking(
  viewer: Viewer,
  rotation: { id: string; team: { id: string }; permissions: { canHandOver: boolean } },
  asked: { [Key in "person" | "shift" | "from" | "to"]?: string | string[] | undefined },
  at: Temporal.Instant,
): Promise<Asking> {
  const roster = await findComingRoster(viewer, rotation.id, at);
  const holders = [...new Map(roster.shifts.map(({ person }) => [person.address, person])).values()];
  const self = selfOf(viewer);
  const isSelfAmong = holders.some(({ address }) => address === self?.address);
  const people = isSelfAmong || !self ? holders : [self, ...holders];
  const others = rotation.permissions.canHandOver ? people : [];
  const person = others.find(({ address }) => address === asked.person) ?? self;
  const shifts = shiftsOf(roster, person?.address ?? null);
  const span = shifts.length > 0 ? (askedSpan(asked) ?? chosenSpan(shifts, asked.shift, roster.from)) : undefined;
  const [standIns = []] = span && person ? await listStandIns(viewer, rotation.team, [{ spans: [span], person }]) : [];
  return { person, people: others, shifts, from: roster.from, span, standIns };
}

/** The span that an address names by its instants, as a warning about an absence does. */
function askedSpan({ from, to }: { from?: unknown; to?: unknown }): { from: string; to: string } | undefined {
  const span = z.object({ from: InstantInput, to: InstantInput }).safeParse({ from, to });
  if (!span.success || !isBefore(span.data.from, span.data.to)) return undefined;
  return { from: span.data.from.toString(), to: span.data.to.toString() };
}

const selfOf = ({ personId, email, name, timeZone }: Viewer): PersonView | null =>
  personId && email ? { address: email, name, email, timeZone } : null;

/** The active members of a team, by name: who may stand in. */
export function listCrew(viewer: Viewer, teamId: string): Promise<PersonView[]> {
  authorize(viewer, "catalog:read");
  return readRows<PersonView>(sql`
    select coalesce(p.email, p.handle) as address, p.name, p.email, p.time_zone as "timeZone"
    from memberships m join people p on p.id = m.person_id
    where m.team_id = ${teamId}::uuid and m.ends_at is null and p.deactivated_at is null
    order by lower(p.name), p.id`);
}

/** Somebody who stands a watch beside whoever holds it. */
export type ShadowView = {
  id: string;
  person: PersonView;
  from: string;
  to: string;
  /** The viewer may take them off it. */
  canLeave: boolean;
};

/** The shadows of a rotation that stand at `at` or later, in order; at most 200. */
export async function listShadows(
  viewer: Viewer,
  rotation: { id: string; team: { id: string } },
  at: Temporal.Instant,
): Promise<ShadowView[]> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<Omit<ShadowView, "canLeave"> & { personId: string }>(sql`
    select s.id, p.id as "personId", to_json(s.starts_at) #>> '{}' as from, to_json(s.ends_at) #>> '{}' as to,
      json_build_object('address', coalesce(p.email, p.handle), 'name', p.name, 'email', p.email,
        'timeZone', p.time_zone) as person
    from shadows s join people p on p.id = s.person_id
    where s.rotation_id = ${rotation.id}::uuid and s.ends_at > ${at.toString()}::timestamptz
    order by s.starts_at, lower(p.name), s.id limit 200`);
  const teamIds = [rotation.team.id];
  return rows.map(({ personId, ...shadow }) => ({
    ...shadow,
    canLeave: can(viewer, "shadow:stand", { teamIds, personId }),
  }));
}
