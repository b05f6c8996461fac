import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { textArray } from "#lib/order";
import { type SearchItem, urlOf } from "#lib/search/items";
import type { Mention } from "#lib/search/mentions";

type NamedRow = Pick<SearchItem, "slug" | "email" | "name" | "hint"> & {
  kind: "service" | "team" | "rotation" | "person";
  id: string;
};
/** A thing that a text names, with the words and the line by which it does. */
export type NamedThing = NamedRow & { mention: Mention };

/**
 * Services, teams, rotations and people that a pasted text (an error, a log, a stack trace) names, the most particular name
 * first. `mentions` are what `mentionsIn` found in it.
 */
export async function listNamedThings(
  viewer: Viewer,
  mentions: Map<string, Mention>,
  limit = 20,
): Promise<NamedThing[]> {
  authorize(viewer, "catalog:read");
  if (mentions.size === 0) return [];
  // Behind a subquery the planner does not weigh every name against what it knows of a table, which takes far longer;
  // and they are put in order once, which each index would do by itself.
  const rows = await readRows<NamedRow & { named: string }>(sql`
    with said as materialized (
      select array_agg(name) as names, array_agg(name) filter (where name like '%@%') as emails,
        array_agg(name) filter (where name not like '%@%' and name not like '% %') as addresses
      from (select name from unnest(${textArray([...mentions.keys()])}::text[]) name order by name) names
    ),
    found as (
      ${sql.join(ways.map(foundBy), sql` union all `)}
    ), best as (
      select distinct on (kind, id) kind, id, mention from found order by kind, id, length(mention) desc, mention
    ), top as (select * from best order by length(mention) desc fetch first ${limit} rows with ties)
    select top.kind, top.id, coalesce(s.slug, t.slug, w.slug, case when p.email is null then p.handle end) as slug, p.email,
      coalesce(s.name, t.name, w.name, p.name) as name, top.mention as named,
      case top.kind when 'service' then owner.name when 'team' then t.kind || ' team' when 'rotation' then crew.name
        else p.title end as hint
    from top
      left join services s on s.id = top.id left join teams owner on owner.id = s.delivery_team_id
      left join teams t on t.id = top.id left join rotations w on w.id = top.id left join teams crew on crew.id = w.team_id
      left join people p on p.id = top.id`);
  return rows
    .map(({ named, ...thing }) => ({ ...thing, mention: mentions.get(named) as Mention }))
    .toSorted(byParticularity)
    .slice(0, limit);
}

/** Where things stand, and by what a text may name them. Each way has an index. */
const services = sql`services x where x.retired_at is null`;
const teams = sql`teams x where x.retired_at is null`;
const rotations = sql`rotations x where x.retired_at is null`;
const people = sql`people x where x.deactivated_at is null`;
const ways = [
  { kind: "service", from: services, by: sql`x.slug`, among: "addresses" },
  { kind: "service", from: services, by: sql`lower(x.name)`, among: "names" },
  { kind: "team", from: teams, by: sql`x.slug`, among: "addresses" },
  { kind: "team", from: teams, by: sql`lower(x.name)`, among: "names" },
  { kind: "rotation", from: rotations, by: sql`x.slug`, among: "addresses" },
  { kind: "rotation", from: rotations, by: sql`lower(x.name)`, among: "names" },
  { kind: "person", from: people, by: sql`x.email`, among: "emails" },
  { kind: "person", from: people, by: sql`lower(x.name)`, among: "names" },
];

function foundBy({ kind, from, by, among }: (typeof ways)[number]): SQL {
  return sql`select ${sql.raw(`'${kind}'`)} as kind, x.id, ${by} as mention
    from ${from} and ${by} = any((select ${sql.raw(among)} from said)::text[])`;
}

/** A thing that a text names, as a search shows it; `why` says by what and where. */
export function namedItem({ kind, slug, email, name, hint, mention }: NamedThing): SearchItem {
  const why = `line ${mention.line} says “${mention.text}”`;
  const url = urlOf({ kind, slug, email, service: null });
  return { kind, slug, email, name, hint, url, why, service: null, section: null, excerpt: null };
}

function byParticularity(one: NamedThing, other: NamedThing): number {
  return (
    lengthOf(other.mention) - lengthOf(one.mention) ||
    one.mention.line - other.mention.line ||
    kindOrder[one.kind] - kindOrder[other.kind] ||
    order(one.name, other.name) ||
    order(addressOf(one), addressOf(other))
  );
}

/** As the database counts: what it leaves out must not come first here. */
const lengthOf = ({ text }: Mention) => [...text.toLowerCase()].length;
const addressOf = ({ slug, email }: NamedThing) => slug ?? email ?? "";
const order = (one: string, other: string) => (one < other ? -1 : Number(one > other));

const kindOrder = { service: 0, team: 1, rotation: 2, person: 3 };
