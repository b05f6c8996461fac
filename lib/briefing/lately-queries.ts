import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { changesOfAService } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { GroundRow } from "#lib/briefing/ground-queries";
import type { BriefedChange, BriefedService, SimilarAlert } from "#lib/briefing/views";
import { type EventOfService, whatChanged } from "#lib/documents/service-changes";

const [mostChanges, mostOfEach, changeDays, mostSimilar, similarLookedAt] = [8, 4, 14, 4, 40];
const kindsOfChange = sql.raw(changesOfAService.map((kind) => `'${kind}'`).join(", "));

type EventRow = { at: string; actor: string; kind: EventOfService["kind"]; detail: object };
type Row = { reported: Omit<BriefedChange, "isOwn">[] | null; seen: EventRow[] | null; alike: SimilarAlert[] | null };

/** What happened before: the last alerts like this one, and what changed lately, each the likeliest first. */
export type Lately = { changes: BriefedChange[]; similar: SimilarAlert[] };

/**
 * What changed within two weeks in the service and in what it needs, the latest first; and the last alerts like this one
 * that are over, of its rule first, those of which somebody said what it was before others. One round trip.
 */
export async function findLately(
  viewer: Viewer,
  ground: GroundRow,
  { at, alertId }: { at: Temporal.Instant; alertId: string | null },
): Promise<Lately> {
  authorize(viewer, "catalog:read");
  const { service } = ground;
  const id = sql`${service?.id ?? null}::uuid`;
  const since = sql`${at.subtract({ hours: 24 * changeDays }).toString()}::timestamptz`;
  const [row] = await readRows<Row>(sql`
    with near as (
      select ${id} as id union select to_service_id from dependencies where from_id = ${id} and to_service_id is not null
    )
    select (select json_agg(json_build_object('service', json_build_object('slug', s.slug, 'name', s.name),
          'kind', c.kind, 'summary', c.summary, 'at', c.at, 'by', c.by, 'url', c.url) order by c.at desc)
        from near join services s on s.id = near.id cross join lateral (
          select * from changes c where c.service_id = near.id and c.at > ${since}
          order by c.at desc limit ${mostOfEach}) c) as reported,
      (select json_agg(json_build_object('at', e.at, 'actor', e.actor, 'kind', e.kind, 'detail', e.detail) order by e.at desc)
        from (select * from events e where e.about[1] = ${id} and e.kind in (${kindsOfChange})
          and e.at > ${since} order by e.at desc limit ${mostOfEach}) e) as seen,
      (select json_agg(alike) from (${similarTo(ground, alertId)}) alike) as alike`);
  return { changes: service ? changesOf(service, row) : [], similar: row?.alike ?? [] };
}

function changesOf(service: BriefedService, row: Row | undefined): BriefedChange[] {
  const reported = (row?.reported ?? []).map((change) => ({ ...change, isOwn: change.service.slug === service.slug }));
  const seen = (row?.seen ?? []).flatMap(({ at: when, actor, kind, detail }): BriefedChange[] => {
    // What `recordEvent` wrote under this kind is what the kind says it is.
    const what = whatChanged({ kind, ...detail } as EventOfService);
    if (!what) return [];
    return [{ service, isOwn: true, kind: "catalog", summary: what, at: when, by: actor, url: null }];
  });
  return [...reported, ...seen]
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
    .slice(0, mostChanges)
    .map(({ service: { slug, name }, ...change }) => ({ ...change, service: { slug, name } }));
}

function similarTo({ service, ruleId, rule }: GroundRow, alertId: string | null): SQL {
  const columns = sql.raw(
    "a.id, a.summary, a.opened_at, a.resolved_at, a.cause, a.remedy, coalesce(a.resolved_by_id, a.holder_id) as person_id",
  );
  const isOver = sql`a.resolved_at is not null and not a.is_drill and a.id is distinct from ${alertId}::uuid`;
  // Each part by its own index, and never further back than the last few.
  const sameRule =
    ruleId === null
      ? sql`select ${columns}, true as same from alerts a where a.service_id = ${service?.id ?? null}::uuid
          and a.rule = ${rule} and ${isOver} order by a.opened_at desc limit ${similarLookedAt}`
      : sql`select ${columns}, true as same from alerts a where a.rule_id = ${ruleId}::uuid and ${isOver}
          order by a.opened_at desc limit ${similarLookedAt}`;
  return sql`
    select f.id, f.summary, f.same as "isSameRule", to_json(f.opened_at) #>> '{}' as "openedAt",
      to_json(f.resolved_at) #>> '{}' as "resolvedAt", f.cause, f.remedy,
      case when p.id is not null then json_build_object('address', coalesce(p.email, p.handle), 'name', p.name) end as knows
    from (select distinct on (id) * from (
        (${sameRule})
        union all
        (select ${columns}, false from alerts a where a.service_id = ${service?.id ?? null}::uuid and a.cause is not null
          and ${isOver} order by a.opened_at desc limit ${mostSimilar})
      ) found order by id, same desc) f left join people p on p.id = f.person_id
    order by f.same desc, f.cause is null, f.opened_at desc limit ${mostSimilar}`;
}
