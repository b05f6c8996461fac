import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { headers } from "next/headers";
import { after } from "next/server";
import { db, readRows } from "#db/client";
import { ownOrigin } from "#lib/auth/origin";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Slug } from "#lib/fields";
import {
  type Calendar,
  type CalendarRotation,
  calendarEvents,
  calendarWindow,
} from "#lib/rotations/calendars/calendar";
import { isOpenCalendar, recordCalendarRead } from "#lib/rotations/calendars/calendar-rows";
import { calendarHash } from "#lib/rotations/calendars/calendar-secret";
import type { Span } from "#lib/rotations/rotation";
import { around } from "#lib/rotations/seat-queries";
import { wholeShifts } from "#lib/rotations/standing-in/whole-shifts";
import type { Ref } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";

/** An open calendar as its person sees it. Without a rotation it is of their own watches. Instants are ISO texts. */
export type CalendarView = { id: string; rotation: Ref | null; createdAt: string; lastReadAt: string | null };

/** The viewer's open calendars, newest first. Throws Forbidden. */
export async function listCalendars(viewer: Viewer): Promise<CalendarView[]> {
  authorize(viewer, "calendar:own", viewer);
  return readRows<CalendarView>(sql`
    select f.id, case when r.id is not null then json_build_object('slug', r.slug, 'name', r.name) end as rotation,
      to_json(f.created_at) #>> '{}' as "createdAt", to_json(f.last_read_at) #>> '{}' as "lastReadAt"
    from calendar_feeds f left join rotations r on r.id = f.rotation_id
    where f.person_id = ${viewer.personId}::uuid and ${isOpenCalendar}
    order by f.created_at desc, f.id`);
}

/** What the viewer may want a calendar of: the rotations of their teams, those in which they stand, and `wanted`. */
export async function listCalendarChoices(viewer: Viewer, wanted?: string): Promise<Ref[]> {
  authorize(viewer, "calendar:own", viewer);
  const { data: slug = null } = Slug.safeParse(wanted);
  return readRows<Ref>(sql`
    select r.slug, r.name from rotations r
    where r.retired_at is null and (
      r.slug = ${slug}
      or r.team_id in (select m.team_id from memberships m where m.person_id = ${viewer.personId}::uuid and m.ends_at is null)
      or r.id in (select v.rotation_id from rotation_versions v where v.participant_ids @> array[${viewer.personId}::uuid]))
    order by lower(r.name), r.id limit 200`);
}

/** Where people reach this server, for addresses that they copy. */
export const calendarOrigin = async (): Promise<string> => ownOrigin(await headers());

type Feed = { id: string; personId: string; person: string; rotationId: string | null; rotation: string | null };

/**
 * The calendar with this secret at `at`, from 90 days back to 400 days ahead; undefined when there is none, or no
 * longer. Whoever knows the secret may read it.
 */
export async function findCalendar(secret: string, at = now()): Promise<Calendar | undefined> {
  const [feed] = await readRows<Feed>(sql`
    select f.id, f.person_id as "personId", p.name as person, f.rotation_id as "rotationId", r.name as rotation
    from calendar_feeds f join people p on p.id = f.person_id left join rotations r on r.id = f.rotation_id
    where f.hash = ${calendarHash(secret)} and ${isOpenCalendar}`);
  if (!feed) return undefined;
  after(() => recordCalendarRead(db(), feed.id, at));

  const window = calendarWindow(at);
  const isOwn = feed.rotationId === null;
  const rotations = await listTold(isOwn ? standsIn(feed.personId, window) : sql`r.id = ${feed.rotationId}::uuid`);
  const { byRotation, people } = await loadWatches(
    rotations.map(({ id }) => id),
    { from: around(window.from).from, to: around(window.to).to },
  );
  const nameOf = (person: string) => people.get(person)?.name ?? "";
  const events = rotations.flatMap((rotation) => {
    const watch = byRotation.get(rotation.id);
    const shifts = watch ? wholeShifts(watch, window) : [];
    const told = isOwn ? shifts.filter(({ person }) => person === feed.personId) : shifts;
    return calendarEvents(isOwn ? "own" : "rotation", rotation, told, nameOf);
  });
  return { name: `${feed.rotation ?? feed.person} on watch`, events };
}

/** The rotations that a person takes part in, by a version or an override that meets `window`. */
function standsIn(personId: string, { from, to }: Span): SQL {
  const [begin, end] = [sql`${from.toString()}::timestamptz`, sql`${to.toString()}::timestamptz`];
  return sql`(r.retired_at is null or r.retired_at > ${begin}) and (
    r.id in (select v.rotation_id from rotation_versions v where v.participant_ids @> array[${personId}::uuid]
      and v.starts_at < ${end} and (v.ends_at is null or v.ends_at > ${begin}))
    or r.id in (select o.rotation_id from overrides o where o.person_id = ${personId}::uuid
      and o.starts_at < ${end} and o.ends_at > ${begin}))`;
}

async function listTold(condition: SQL): Promise<CalendarRotation[]> {
  const rows = await readRows<Omit<CalendarRotation, "changedAt"> & { changedAt: string }>(sql`
    select r.id, r.slug, r.name, t.name as team, to_json(greatest(r.created_at,
      (select max(e.at) from events e where e.about @> array[r.id]))) #>> '{}' as "changedAt"
    from rotations r join teams t on t.id = r.team_id
    where ${condition} order by lower(r.name), r.id`);
  return rows.map((row) => ({ ...row, changedAt: Temporal.Instant.from(row.changedAt) }));
}
