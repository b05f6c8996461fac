import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { textArray } from "#lib/order";
import { type SearchItem, urlOf } from "#lib/search/items";
import { type Mention, mentionsIn } from "#lib/search/mentions";

type NamedRow = Omit<SearchItem, "url" | "why"> & { mention: string };

/**
 * Services, teams, rotations and people that a pasted text (an error, a log, a stack trace) names, the most particular name
 * first; `why` says by what and where.
 */
export async function searchText(viewer: Viewer, text: string, limit = 20): Promise<SearchItem[]> {
  authorize(viewer, "catalog:read");
  const mentions = mentionsIn(text);
  if (mentions.size === 0) return [];
  // One join for each way of being named: equality alone lets the database hash, however long the text is.
  const rows = await readRows<NamedRow>(sql`
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
    select top.kind, coalesce(s.slug, t.slug, w.slug, case when p.email is null then p.handle end) as slug, p.email,
      coalesce(s.name, t.name, w.name, p.name) as name, top.mention,
      case top.kind when 'service' then owner.name when 'team' then t.kind || ' team' when 'rotation' then crew.name
        else p.title end as hint
    from top
      left join services s on s.id = top.id left join teams owner on owner.id = s.delivery_team_id
      left join teams t on t.id = top.id left join rotations w on w.id = top.id left join teams crew on crew.id = w.team_id
      left join people p on p.id = top.id`);
  return rows
    .map(({ mention, ...item }) => ({ item, mention: mentions.get(mention) as Mention }))
    .toSorted(byParticularity)
    .slice(0, limit)
    .map(({ item, mention }) => ({ ...item, url: urlOf(item), why: `line ${mention.line} says “${mention.text}”` }));
}

type Named = { item: Omit<SearchItem, "url" | "why">; mention: Mention };

function byParticularity(one: Named, other: Named): number {
  return (
    other.mention.text.length - one.mention.text.length ||
    one.mention.line - other.mention.line ||
    kindOrder[one.item.kind] - kindOrder[other.item.kind] ||
    (one.item.name < other.item.name ? -1 : 1)
  );
}

const kindOrder = { service: 0, team: 1, rotation: 2, person: 3 };
