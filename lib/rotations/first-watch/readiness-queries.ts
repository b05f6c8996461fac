import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type ReadinessItem, readinessItems } from "#lib/rotations/inputs";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { personView } from "#lib/rotations/roster-view";
import { isBefore } from "#lib/rotations/spans";
import type { PersonView } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";

/** One thing to make sure of before a first watch, and since when it is; null while it is not. ISO instant. */
export type ReadinessCheck = { item: ReadinessItem; since: string | null };

/** How ready somebody is to stand the watch of a rotation. */
export type Readiness = {
  person: PersonView;
  checks: ReadinessCheck[];
  /** The person stood this watch before, within the last 400 days. */
  hasStood: boolean;
  /** When they take it next, within the coming 60 days; null where that is not to be seen. ISO instant. */
  nextAt: string | null;
};

type Row = PersonView & { id: string; marks: { item: ReadinessItem; at: string }[]; shadowedAt: string | null };

type OfRotation = { id: string; team: { id: string } };

/** How far back somebody may have stood this watch, and how far ahead a first one is in sight. */
const [backHours, latelyHours, aheadHours] = [24 * 400, 24 * 14, 24 * 60];

/**
 * How ready everybody is who is in the team or takes turns, by name. That somebody stood a shadow watch is measured:
 * it is there since the first one was over.
 */
export async function listReadiness(viewer: Viewer, rotation: OfRotation, at: Temporal.Instant): Promise<Readiness[]> {
  authorize(viewer, "catalog:read");
  return withWatches(await listRows(rotation, at), rotation, at);
}

/** What the viewer still has to make sure of before a first watch; undefined for everybody else. */
export async function findNewcomer(
  viewer: Viewer,
  rotation: OfRotation,
  at: Temporal.Instant,
): Promise<Readiness | undefined> {
  authorize(viewer, "catalog:read");
  if (!viewer.personId) return undefined;
  const rows = await listRows(rotation, at, viewer.personId);
  if (!rows.some(isUnready)) return undefined;
  // Nearly everybody stood it in the last weeks, and a year of an hourly watch is long to look through.
  const [lately] = await withWatches(rows, rotation, at, latelyHours);
  const [own] = lately?.hasStood ? [] : await withWatches(rows, rotation, at);
  return own && !own.hasStood && own.nextAt ? own : undefined;
}

/** With whether they stood this watch in the `hours` before `at`. */
async function withWatches(
  rows: readonly Row[],
  { id }: OfRotation,
  at: Temporal.Instant,
  hours = backHours,
): Promise<Readiness[]> {
  const window = { from: at.subtract({ hours }), to: at.add({ hours: aheadHours }) };
  const watch = (await loadWatches([id], window)).byRotation.get(id);
  const past = watch ? resolveRoster(watch, { from: window.from, to: at }).shifts : [];
  const coming = watch ? resolveRoster(watch, { from: at, to: window.to }).shifts : [];
  return rows.map((row) => ({
    person: personView(row),
    checks: checksOf(row),
    hasStood: past.some(({ person }) => person === row.id),
    nextAt: coming.find(({ person, from }) => person === row.id && isBefore(at, from))?.from.toString() ?? null,
  }));
}

const checksOf = (row: Row) => readinessItems.map((item) => ({ item, since: sinceWhen(row, item) }));
const isUnready = (row: Row) => checksOf(row).some(({ since }) => since === null);

function sinceWhen({ marks, shadowedAt }: Row, item: ReadinessItem): string | null {
  const marked = marks.find((mark) => mark.item === item)?.at ?? null;
  return item === "shadow" ? (shadowedAt ?? marked) : marked;
}

/** Those who may stand this watch, or only the one with the id `only` where they may. */
function listRows(rotation: OfRotation, at: Temporal.Instant, only: string | null = null): Promise<Row[]> {
  return readRows<Row>(sql`
    with crew as (
      select m.person_id as id from memberships m where m.team_id = ${rotation.team.id}::uuid and m.ends_at is null
      union select unnest(v.participant_ids) from rotation_versions v where v.rotation_id = ${rotation.id}::uuid
        and (v.ends_at is null or v.ends_at > ${at.toString()}::timestamptz)
    )
    select p.id, coalesce(p.email, p.handle) as address, p.name, p.email, p.time_zone as "timeZone",
      coalesce((select json_agg(json_build_object('item', r.item, 'at', r.marked_at)) from readiness_marks r
        where r.rotation_id = ${rotation.id}::uuid and r.person_id = p.id), '[]') as marks,
      (select to_json(min(s.ends_at)) #>> '{}' from shadows s where s.rotation_id = ${rotation.id}::uuid
        and s.person_id = p.id and s.ends_at <= ${at.toString()}::timestamptz) as "shadowedAt"
    from crew join people p on p.id = crew.id where p.deactivated_at is null
      and (${only}::uuid is null or p.id = ${only}::uuid)
    order by lower(p.name), p.id`);
}
