import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { StoredLink } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type EntryKind, mostParts } from "#lib/services/entries";
import type { TeamRef } from "#lib/services/queries";

/** A thing as a list names it: a service, or an entry of some kind. */
export type ThingRef = { noun: "service" | EntryKind; slug: string; name: string; description: string | null };

/** What a catalog tells of an API, a resource, a system or a domain: nobody is paged for it. */
export type EntryView = {
  id: string;
  kind: EntryKind;
  slug: string;
  name: string;
  description: string | null;
  type: string | null;
  lifecycle: string | null;
  repository: string | null;
  links: StoredLink[];
  owner: (TeamRef & { chat: string | null }) | null;
  /** The owner that the descriptor names where that is no team here. */
  ownerReference: string | null;
  partOf: ThingRef | null;
  /** Living services and entries that are part of it, by name; at most `mostParts`. */
  parts: ThingRef[];
  retiredAt: string | null;
};

/** The entry of this kind at this address, or undefined when there is none. One round trip. */
export async function findEntry(viewer: Viewer, kind: string, slug: string): Promise<EntryView | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<EntryView>(sql`
    select e.id, e.kind, e.slug, e.name, e.description, e.type, e.lifecycle, e.repository, e.links,
      e.owner_reference as "ownerReference", to_json(e.retired_at) #>> '{}' as "retiredAt",
      case when t.id is not null then json_build_object('slug', t.slug, 'name', t.name, 'chat', t.chat) end as owner,
      case when w.id is not null then json_build_object('noun', w.kind, 'slug', w.slug, 'name', w.name, 'description', null) end as "partOf",
      coalesce((select json_agg(part) from (
        select noun, slug, name, description from (
          select 'service' as noun, slug, name, description from services where system_id = e.id and retired_at is null
          union all
          select kind, slug, name, description from entries where part_of_id = e.id and retired_at is null
        ) every_part order by noun desc, lower(name), slug limit ${mostParts}
      ) part), '[]') as parts
    from entries e left join teams t on t.id = e.owner_team_id left join entries w on w.id = e.part_of_id
    where e.kind = ${kind} and e.slug = ${slug}`);
  return row;
}
