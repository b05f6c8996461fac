import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { uuids } from "#lib/order";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { personView } from "#lib/rotations/roster-view";
import type { Span } from "#lib/rotations/rotation";
import { extentOf, joinedSpans } from "#lib/rotations/spans";
import {
  type Availability,
  type RestFact,
  restFacts,
  type Standing,
  standingOf,
} from "#lib/rotations/standing-in/rest";
import type { PersonView } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";

/** A fact of `rest.ts` with ISO texts in the place of instants. */
export type RestFactView = Iso<RestFact>;
type Iso<Fact> = Fact extends unknown
  ? { [Key in keyof Fact]: Fact[Key] extends Temporal.Instant ? string : Fact[Key] }
  : never;

/** Somebody who might stand in, and what speaks against it. */
export type StandInView = { person: PersonView; standing: Standing; facts: RestFactView[] };

type Teammate = PersonView &
  Pick<Availability, "wakesAt" | "sleepsAt"> & { id: string; absences: { from: string; to: string }[] };

/** Asked for: the spans in which somebody is to stand in for the person of this address. */
export type Wanted = { spans: readonly { from: string; to: string }[]; person: { address: string } };

/**
 * For each of `wanted`, the other active members of the rotation's team, the rested ones first. Empty for whoever
 * may not know when its people are away.
 */
export async function listStandIns(
  viewer: Viewer,
  team: { id: string },
  wanted: readonly Wanted[],
): Promise<StandInView[][]> {
  authorize(viewer, "catalog:read");
  const window = aroundAll(wanted.flatMap(({ spans }) => spans));
  if (!window || !can(viewer, "absence:read", { teamIds: [team.id] })) return wanted.map(() => []);
  const teammates = await listTeammates(team.id, window);
  const watches = await listWatchesOf(teammates, window);
  return wanted.map(({ spans, person }) =>
    teammates
      .filter(({ address }) => address !== person.address)
      .map((teammate) => standIn(teammate, watches.get(teammate.id) ?? [], spans.map(readSpan)))
      .toSorted((one, other) => order[one.standing] - order[other.standing]),
  );
}

const order: Record<Standing, number> = { rested: 0, free: 1, taken: 2 };

function standIn(teammate: Teammate, watches: Availability["watches"], spans: Span[]): StandInView {
  const available = { ...teammate, watches, absences: teammate.absences.map(readSpan) };
  const facts = spans.flatMap((span) => restFacts(span, available));
  return { person: personView(teammate), standing: standingOf(facts), facts: facts.map(withTexts) };
}

function withTexts(fact: RestFact): RestFactView {
  const entries = Object.entries(fact).map(([key, value]) => [
    key,
    value instanceof Temporal.Instant ? value.toString() : value,
  ]);
  return Object.fromEntries(entries) as RestFactView;
}

/** Whoever is in the team and active, by name, with their absences in `window`. */
function listTeammates(teamId: string, window: Span): Promise<Teammate[]> {
  return readRows<Teammate>(sql`
    select p.id, coalesce(p.email, p.handle) as address, p.name, p.email, p.time_zone as "timeZone",
      p.wakes_at as "wakesAt", p.sleeps_at as "sleepsAt",
      coalesce((select json_agg(json_build_object('from', a.starts_at, 'to', a.ends_at) order by a.starts_at)
        from absences a where a.person_id = p.id and a.starts_at < ${window.to.toString()}::timestamptz
          and a.ends_at > ${window.from.toString()}::timestamptz), '[]') as absences
    from memberships m join people p on p.id = m.person_id
    where m.team_id = ${teamId}::uuid and m.ends_at is null and p.deactivated_at is null
    order by lower(p.name), p.id`);
}

/** The watches of these people over all living rotations, by person. */
async function listWatchesOf(
  teammates: readonly Teammate[],
  window: Span,
): Promise<Map<string, (Span & { rotation: string })[]>> {
  const ids = teammates.map(({ id }) => id);
  const [from, to] = [sql`${window.from.toString()}::timestamptz`, sql`${window.to.toString()}::timestamptz`];
  const rotations = await readRows<{ id: string; name: string }>(sql`
    select r.id, r.name from rotations r where r.retired_at is null and (
      exists (select from rotation_versions v where v.rotation_id = r.id and v.participant_ids && ${uuids(ids)}
        and v.starts_at < ${to} and (v.ends_at is null or v.ends_at > ${from}))
      or exists (select from overrides o where o.rotation_id = r.id and o.person_id = any(${uuids(ids)})
        and o.starts_at < ${to} and o.ends_at > ${from}))`);
  const { byRotation } = await loadWatches(
    rotations.map(({ id }) => id),
    window,
  );
  const shifts = rotations.flatMap(({ id, name }) => {
    const watch = byRotation.get(id);
    return watch ? resolveRoster(watch, window).shifts.map((shift) => ({ ...shift, rotation: name })) : [];
  });
  return Map.groupBy(shifts, ({ person }) => person);
}

const lookBack = { hours: 36 };

/** From well before the first of these spans, so that a night watch just before it is seen, to the end of the last. */
function aroundAll(spans: readonly { from: string; to: string }[]): Span | undefined {
  const whole = extentOf(joinedSpans(spans.map(readSpan)));
  return whole && { from: whole.from.subtract(lookBack), to: whole.to };
}

const readSpan = ({ from, to }: { from: string; to: string }): Span => ({
  from: Temporal.Instant.from(from),
  to: Temporal.Instant.from(to),
});
