import "server-only";
import { sql } from "drizzle-orm";
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
  // One join for each way of being named: equality alone lets the database hash, however long the text is.
  const rows = await readRows<NamedRow & { named: string }>(sql`
    with said as materialized (select unnest(${textArray([...mentions.keys()])}::text[]) as mention),
    found as (
      select 'service' as kind, s.id, said.mention from said join services s on s.slug = said.mention where s.retired_at is null
      union all
      select 'service', s.id, said.mention from said join services s on lower(s.name) = said.mention where s.retired_at is null
      union all
      select 'team', t.id, said.mention from said join teams t on t.slug = said.mention where t.retired_at is null
      union all
      select 'team', t.id, said.mention from said join teams t on lower(t.name) = said.mention where t.retired_at is null
      union all
      select 'rotation', r.id, said.mention from said join rotations r on r.slug = said.mention where r.retired_at is null
      union all
      select 'rotation', r.id, said.mention from said join rotations r on lower(r.name) = said.mention where r.retired_at is null
      union all
      select 'person', p.id, said.mention from said join people p on p.email = said.mention where p.deactivated_at is null
      union all
      select 'person', p.id, said.mention from said join people p on lower(p.name) = said.mention where p.deactivated_at is null
    ), best as (
      select distinct on (kind, id) kind, id, mention from found order by kind, id, length(mention) desc, mention
    ), top as (select * from best order by length(mention) desc, kind, id limit 500)
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

/** A thing that a text names, as a search shows it; `why` says by what and where. */
export function namedItem({ kind, slug, email, name, hint, mention }: NamedThing): SearchItem {
  const why = `line ${mention.line} says “${mention.text}”`;
  const url = urlOf({ kind, slug, email, service: null });
  return { kind, slug, email, name, hint, url, why, service: null, section: null, excerpt: null };
}

function byParticularity(one: NamedThing, other: NamedThing): number {
  return (
    other.mention.text.length - one.mention.text.length ||
    one.mention.line - other.mention.line ||
    kindOrder[one.kind] - kindOrder[other.kind] ||
    (one.name < other.name ? -1 : 1)
  );
}

const kindOrder = { service: 0, team: 1, rotation: 2, person: 3 };
