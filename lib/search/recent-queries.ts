import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type SearchItem, urlOf } from "#lib/search/items";

export type RecentItem = Pick<SearchItem, "kind" | "slug" | "email" | "name" | "hint" | "url">;

/** What the viewer opened lately, the latest first; what was retired since is left out. Nothing for a service token. */
export async function listRecent(viewer: Viewer, limit = 8): Promise<RecentItem[]> {
  authorize(viewer, "catalog:read");
  if (!viewer.personId) return [];
  const rows = await readRows<Omit<RecentItem, "url">>(sql`
    select r.noun as kind, coalesce(s.slug, t.slug, w.slug, case when p.email is null then p.handle end) as slug, p.email,
      coalesce(s.name, t.name, w.name, p.name) as name,
      case r.noun when 'service' then owner.name when 'team' then t.kind || ' team' when 'rotation' then crew.name
        else p.title end as hint
    from recent_things r
      left join services s on r.noun = 'service' and s.id = r.thing and s.retired_at is null
      left join teams owner on owner.id = s.delivery_team_id
      left join teams t on r.noun = 'team' and t.id = r.thing and t.retired_at is null
      left join rotations w on r.noun = 'rotation' and w.id = r.thing and w.retired_at is null
      left join teams crew on crew.id = w.team_id
      left join people p on r.noun = 'person' and p.id = r.thing and p.deactivated_at is null
    where r.person_id = ${viewer.personId}::uuid and coalesce(s.id, t.id, w.id, p.id) is not null
    order by r.seen_at desc, r.thing limit ${limit}`);
  return rows.map((row) => ({ ...row, url: urlOf({ ...row, service: null }) }));
}
