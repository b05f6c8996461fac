import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Handle, readRows, rowsOf } from "#db/client";
import { isAmong, uuids } from "#lib/order";
import type { Layer, Span, Watch } from "#lib/rotations/rotation";
import type { Ref } from "#lib/rotations/views";

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

/** Rotations as the resolver takes them, what they are called, and everybody who appears in them, by id. */
export type Watches = {
  byRotation: Map<string, Watch>;
  rotations: Map<string, Ref & { id: string }>;
  people: Map<string, WatchPerson>;
};

type WatchRow = {
  versions: { rotation: string; from: string; layers: Layer[] }[];
  overrides: { rotation: string; id: string; person: string; from: string; to: string }[];
  inactive: { person: string; from: string; to: string | null }[];
};
type Row = WatchRow & { rotations: (Ref & { id: string })[] | null; people: WatchPerson[] };

const endless = Temporal.Instant.from("9999-12-31T00:00:00Z");

/**
 * Loads all that decides who stands these watches in `window`, in one round trip: versions that hold there, overrides
 * that meet it, and when their people were deactivated. Inside a transaction give its handle.
 */
export async function loadWatches(rotationIds: readonly string[], window: Span, handle?: Handle): Promise<Watches> {
  if (rotationIds.length === 0) return { byRotation: new Map(), rotations: new Map(), people: new Map() };
  const statement = statementFor(rotationIds, window, sql`, ${named}, ${peopleAs(sql`p.id in (select id from seen)`)}`);
  const [row] = handle ? await rowsOf<Row>(handle, statement) : await readRows<Row>(statement);
  if (!row) throw new Error("The database returned no watches.");
  return { byRotation: watchesOf(rotationIds, row), rotations: byId(row.rotations ?? []), people: byId(row.people) };
}

/** The same without the people, of whom hundreds of rotations have thousands. */
export async function loadWatchesAlone(rotationIds: readonly string[], window: Span): Promise<Map<string, Watch>> {
  if (rotationIds.length === 0) return new Map();
  const [row] = await readRows<WatchRow>(statementFor(rotationIds, window));
  if (!row) throw new Error("The database returned no watches.");
  return watchesOf(rotationIds, row);
}

/** People as rosters show them, by id. */
export async function loadWatchPeople(ids: readonly string[]): Promise<Map<string, WatchPerson>> {
  if (ids.length === 0) return new Map();
  const [row] = await readRows<Pick<Row, "people">>(sql`select ${peopleAs(sql`p.id = any(${uuids(ids)})`)}`);
  return byId(row?.people ?? []);
}

const byId = <Thing extends { id: string }>(things: readonly Thing[]) =>
  new Map(things.map((thing) => [thing.id, thing]));

const named = sql`(select json_agg(json_build_object('id', id, 'slug', slug, 'name', name)) from wanted) as rotations`;

const peopleAs = (condition: SQL) => sql`
  coalesce((select json_agg(json_build_object('id', p.id, 'address', coalesce(p.email, p.handle), 'name', p.name,
    'email', p.email, 'timeZone', p.time_zone, 'isActive', p.deactivated_at is null))
    from people p where ${condition}), '[]') as people`;

function statementFor(rotationIds: readonly string[], window: Span, others = sql``): SQL {
  const [from, to] = [sql`${window.from.toString()}::timestamptz`, sql`${window.to.toString()}::timestamptz`];
  return sql`
    with wanted as (select id, slug, name, retired_at from rotations where ${isAmong(sql`id`, rotationIds)}),
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
    -- Computed wherever it is used: the planner has to see how many they are.
    seen as not materialized (select unnest(participant_ids) as id from held union select person_id from stood),
    -- Few of those who are seen were ever deactivated: telling them apart after the join has less to sort.
    away as (
      select distinct d.* from deactivations d
        join (select unnest(participant_ids) as id from held union all select person_id from stood) turns
          on turns.id = d.person_id
    )
    -- Plain lists: put together here for each rotation, a thousand of them would take three times as long.
    select
      coalesce((select json_agg(json_build_object('rotation', rotation_id, 'from', starts_at, 'layers', layers)
        order by starts_at) from held), '[]') as versions,
      coalesce((select json_agg(json_build_object('rotation', rotation_id, 'id', id, 'person', person_id,
        'from', starts_at, 'to', ends_at) order by starts_at) from stood), '[]') as overrides,
      coalesce((select json_agg(json_build_object('person', d.person_id, 'from', d.starts_at, 'to', d.ends_at)
        order by d.starts_at) from away d), '[]') as inactive
      ${others}`;
}

function watchesOf(rotationIds: readonly string[], row: WatchRow): Map<string, Watch> {
  const versions = Map.groupBy(row.versions, ({ rotation }) => rotation);
  const overrides = Map.groupBy(row.overrides, ({ rotation }) => rotation);
  const inactive = new Map(
    [...Map.groupBy(row.inactive, ({ person }) => person)].map(([person, spans]) => [person, spans.map(spanOf)]),
  );
  return new Map(
    rotationIds.map((id) => [
      id,
      {
        versions: (versions.get(id) ?? []).map(({ from, layers }) => ({ from: Temporal.Instant.from(from), layers })),
        overrides: (overrides.get(id) ?? []).map((one) => ({ id: one.id, person: one.person, ...spanOf(one) })),
        inactive,
      },
    ]),
  );
}

const spanOf = ({ from, to }: { from: string; to: string | null }): Span => ({
  from: Temporal.Instant.from(from),
  to: to === null ? endless : Temporal.Instant.from(to),
});
