import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { ServiceFact } from "#lib/coverage/facts";
import { readInstant, readMaybe } from "#lib/coverage/loading/stored";
import { uuids } from "#lib/order";

type Instants = "createdAt" | "changedAt" | "needsNothingSince";
type Row = Omit<ServiceFact, Instants> & {
  createdAt: string;
  changedAt: string;
  needsNothingSince: string | null;
  deliveryTeamId: string | null;
  opsTeamId: string | null;
  deliverySince: string | null;
  opsSince: string | null;
  needs: { name: string }[] | null;
};

export type LoadedService = Awaited<ReturnType<typeof listServices>>[number];

/** The living ones among these services, with whoever owns them now and what they need. */
export async function listServices(ids: readonly string[]) {
  const rows = await readRows<{ row: Row }>(sql`
    select json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'tier', s.tier,
      'customerFacing', s.customer_facing, 'lifecycle', s.lifecycle, 'ownerReference', s.owner_reference,
      'needsNothingSince', s.needs_nothing_since, 'createdAt', s.created_at, 'changedAt', s.changed_at,
      'deliveryTeamId', s.delivery_team_id, 'opsTeamId', s.ops_team_id,
      'deliverySince', (select o.starts_at from ownerships o
        where o.service_id = s.id and o.role = 'delivery' and o.ends_at is null),
      'opsSince', (select o.starts_at from ownerships o
        where o.service_id = s.id and o.role = 'ops' and o.ends_at is null),
      'needs', (select json_agg(json_build_object('name', coalesce(n.name, e.name)) order by lower(coalesce(n.name, e.name)))
        from dependencies d left join services n on n.id = d.to_service_id left join entries e on e.id = d.to_entry_id
        where d.from_id = s.id)) as row
    from services s where s.id = any(${uuids(ids)}) and s.retired_at is null`);
  return rows.map(({ row: { deliveryTeamId, opsTeamId, deliverySince, opsSince, needs, ...fact } }) => ({
    service: {
      ...fact,
      needsNothingSince: readMaybe(fact.needsNothingSince),
      createdAt: readInstant(fact.createdAt),
      changedAt: readInstant(fact.changedAt),
    },
    needs: needs ?? [],
    delivery: deliveryTeamId === null ? null : { teamId: deliveryTeamId, since: readMaybe(deliverySince) },
    ops: opsTeamId === null ? null : { teamId: opsTeamId, since: readMaybe(opsSince) },
  }));
}
