import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { bitOf } from "#lib/coverage/checks";
import type { MatrixFilter } from "#lib/coverage/filter";
import { levelBits } from "#lib/coverage/masks";
import { escapeLike } from "#lib/order";
import { searchWords } from "#lib/services/filter";

/** Pieces of statements that read coverage as it was measured. */

/** Of which services: of a team and those beneath it, or of all. `at` is a past instant; without it the present. */
export type Scope = { teamId?: string | undefined; at?: Temporal.Instant | undefined };

export const instantOf = (at: Temporal.Instant) => sql`${at.toString()}::timestamptz`;

/** `beneath`: a team and those beneath it. Stands in a `with recursive`. */
export const withBeneath = (teamId: SQL) => sql`beneath(id, depth) as (
  select ${teamId}, 0
  union all
  select t.id, beneath.depth + 1 from teams t join beneath on t.parent_id = beneath.id where depth < 30
)`;

/** `named`: the same of the team that a filter names. */
const withNamed = (slug: string) => sql`named(id, depth) as (
  select coalesce((select id from teams where slug = ${slug}),
    (select thing from former_addresses where noun = 'team' and address = ${slug})), 0
  union all
  select t.id, named.depth + 1 from teams t join named on t.parent_id = named.id where depth < 30
)`;

/**
 * `measured`: the services of `scope` that `filter` leaves, with what was measured of them. Those that were not have
 * no snapshot and no level. In a past their team is the one that delivered them then.
 */
export function withMeasured({ teamId, at }: Scope, filter: MatrixFilter = {}): SQL {
  const teams = [
    ...(teamId ? [withBeneath(sql`${teamId}::uuid`)] : []),
    ...(filter.team ? [withNamed(filter.team)] : []),
  ];
  const team = at ? sql`o.team_id` : sql`s.delivery_team_id`;
  const within = [
    ...(teamId ? [sql`${team} in (select id from beneath)`] : []),
    ...(filter.team ? [sql`${team} in (select id from named)`] : []),
  ];
  const conditions = [...within, ...conditionsOf(filter)].map((condition) => sql` and ${condition}`);
  const measured = sql`measured as (
    select s.id, s.slug, s.name, s.tier, s.customer_facing, s.lifecycle, ${team} as team_id, c.level,
      coalesce(c.met, 0) as met, coalesce(c.not_met, 0) as not_met
    from ${at ? catalogAt(at) : catalogNow}${sql.join(conditions)}
  )`;
  return sql.join([...teams, measured], sql`, `);
}

// One snapshot of a service holds at a time: the present ones are found by an index of their own, without their words.
const catalogNow = sql`services s left join coverage_snapshots c on c.service_id = s.id and c.ends_at is null
  where s.retired_at is null`;

const catalogAt = (at: Temporal.Instant) => sql`services s
  left join ownerships o on o.service_id = s.id and o.role = 'delivery' and o.starts_at <= ${instantOf(at)}
    and (o.ends_at is null or o.ends_at > ${instantOf(at)})
  left join lateral (
    select level, met, not_met, ends_at from coverage_snapshots
    where service_id = s.id and starts_at <= ${instantOf(at)} order by starts_at desc limit 1
  ) c on c.ends_at is null or c.ends_at > ${instantOf(at)}
  where s.created_at <= ${instantOf(at)} and (s.retired_at is null or s.retired_at > ${instantOf(at)})`;

/** The snapshot of the service `id` that holds, or held at `at`, with its words. */
export const snapshotOf = (id: SQL, at?: Temporal.Instant) => sql`(
  select starts_at, checks from coverage_snapshots
  where service_id = ${id} and ${
    at ? sql`starts_at <= ${instantOf(at)} and (ends_at is null or ends_at > ${instantOf(at)})` : sql`ends_at is null`
  })`;

function conditionsOf({ query, tier, customerFacing, level, missing }: MatrixFilter): SQL[] {
  const words = searchWords(query).map((word) => sql`lower(s.name || ' ' || s.slug) like ${`%${escapeLike(word)}%`}`);
  return [
    ...words,
    ...(tier ? [tier === "none" ? sql`s.tier is null` : sql`s.tier = ${Number(tier)}::smallint`] : []),
    ...(customerFacing
      ? [
          customerFacing === "unknown"
            ? sql`s.customer_facing is null`
            : sql`s.customer_facing = ${customerFacing}::boolean`,
        ]
      : []),
    ...(level ? [level === "none" ? sql`c.level is null` : sql`c.level = ${Number(level)}::smallint`] : []),
    ...(missing ? [sql`coalesce(c.met, 0) & ${bitOf(missing)}::int = 0`] : []),
  ];
}

/** How many checks keep a row of `measured` from its next level; 99 where there is none, or nobody measured it. */
export const missingToNext = sql`case m.level ${sql.join(
  levelBits.map(({ all, proof }, reached) =>
    sql.raw(`when ${reached} then bit_count(((${proof} & ~m.met) | (${all} & m.not_met))::bit(32))::int `),
  ),
)} else 99 end`;
