import "server-only";
import { sql } from "drizzle-orm";
import { type Handle, readRows, rowsOf } from "#db/client";
import { uuids } from "#lib/order";
import type { Layer, Span, Watch } from "#lib/rotations/rotation";

/** Somebody as rosters show them. `address` is the e-mail, or the handle of somebody without one. */
export type WatchPerson = {
  id: string;
  address: string;
  name: string;
  email: string | null;
  /** An IANA zone, or null when nobody has said. */
  timeZone: string | null;
  isActive: boolean;
};

/** Rotations as the resolver takes them, and everybody who appears in them, by id. */
export type Watches = { byRotation: Map<string, Watch>; people: Map<string, WatchPerson> };

type Row = {
  rotations: { id: string; versions: StoredVersion[]; overrides: StoredSpan[] }[];
  people: (WatchPerson & { inactive: { from: string; to: string | null }[] })[];
};
type StoredVersion = { from: string; layers: Layer[] };
type StoredSpan = { id: string; person: string; from: string; to: string };

const endless = Temporal.Instant.from("9999-12-31T00:00:00Z");

/**
 * Loads all that decides who stands these watches in `window`, in one round trip: versions that hold there, overrides
 * that meet it, and when their people were deactivated. Inside a transaction give its handle.
 */
export async function loadWatches(rotationIds: readonly string[], window: Span, handle?: Handle): Promise<Watches> {
  if (rotationIds.length === 0) return { byRotation: new Map(), people: new Map() };
  const [from, to] = [sql`${window.from.toString()}::timestamptz`, sql`${window.to.toString()}::timestamptz`];
  const statement = sql`
    with wanted as (select id, retired_at from rotations where id = any(${uuids(rotationIds)})),
    held as (
      select v.rotation_id, v.starts_at, v.layers, v.participant_ids
      from rotation_versions v join wanted w on w.id = v.rotation_id
      where v.starts_at < ${to} and (v.ends_at is null or v.ends_at > ${from})
        and (w.retired_at is null or v.starts_at < w.retired_at)
      union all
      -- Nobody stands the watch of a rotation from its retirement on.
      select id, retired_at, '[]'::jsonb, '{}'::uuid[] from wanted where retired_at < ${to}
    ),
    stood as (
      select o.id, o.rotation_id, o.person_id, o.starts_at, least(o.ends_at, w.retired_at) as ends_at
      from overrides o join wanted w on w.id = o.rotation_id
      where tstzrange(o.starts_at, o.ends_at) && tstzrange(${from}, ${to})
        and (w.retired_at is null or o.starts_at < w.retired_at)
    ),
    seen as (select unnest(participant_ids) as id from held union select person_id from stood)
    select
      coalesce((select json_agg(json_build_object('id', w.id,
        'versions', coalesce((select json_agg(json_build_object('from', h.starts_at, 'layers', h.layers) order by h.starts_at)
          from held h where h.rotation_id = w.id), '[]'),
        'overrides', coalesce((select json_agg(json_build_object('id', s.id, 'person', s.person_id, 'from', s.starts_at, 'to', s.ends_at)
          order by s.starts_at) from stood s where s.rotation_id = w.id), '[]'))) from wanted w), '[]') as rotations,
      coalesce((select json_agg(json_build_object('id', p.id, 'address', coalesce(p.email, p.handle), 'name', p.name,
        'email', p.email, 'timeZone', p.time_zone, 'isActive', p.deactivated_at is null,
        'inactive', coalesce((select json_agg(json_build_object('from', d.starts_at, 'to', d.ends_at) order by d.starts_at)
          from deactivations d where d.person_id = p.id), '[]')))
        from people p where p.id in (select id from seen)), '[]') as people`;
  const [row] = handle ? await rowsOf<Row>(handle, statement) : await readRows<Row>(statement);
  if (!row) throw new Error("The database returned no watches.");
  return watchesOf(row);
}

function watchesOf({ rotations, people }: Row): Watches {
  const inactive = new Map(
    people.map((one) => [
      one.id,
      one.inactive.map(({ from, to }) => ({
        from: Temporal.Instant.from(from),
        to: to === null ? endless : Temporal.Instant.from(to),
      })),
    ]),
  );
  return {
    byRotation: new Map(
      rotations.map(({ id, versions, overrides }) => [
        id,
        {
          versions: versions.map(({ from, layers }) => ({ from: Temporal.Instant.from(from), layers })),
          overrides: overrides.map(({ id, person, from, to }) => ({
            id,
            person,
            from: Temporal.Instant.from(from),
            to: Temporal.Instant.from(to),
          })),
          inactive,
        },
      ]),
    ),
    people: new Map(people.map(({ inactive: _, ...person }) => [person.id, person])),
  };
}
