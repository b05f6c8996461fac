import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";

/** A maintenance window of a service. Instants are ISO texts. */
export type MaintenanceView = {
  id: string;
  from: string;
  to: string;
  why: string | null;
  createdBy: string | null;
  createdAt: string;
};

const columns = sql`w.id, to_json(w.starts_at) as "from", to_json(w.ends_at) as "to", w.why, p.email as "createdBy",
  to_json(w.created_at) as "createdAt" from maintenance_windows w left join people p on p.id = w.created_by_id`;

/** The windows of a service that hold at `at` or later, in order; undefined where there is no such service. */
export async function listMaintenance(
  viewer: Viewer,
  slug: string,
  at: Temporal.Instant,
): Promise<MaintenanceView[] | undefined> {
  authorize(viewer, "catalog:read");
  const [service] = await readRows<{ id: string }>(sql`select id from services where slug = ${slug}`);
  if (!service) return undefined;
  return readRows(sql`select ${columns}
    where w.service_id = ${service.id}::uuid and w.ends_at > ${at.toString()}::timestamptz order by w.starts_at, w.id limit 200`);
}

export async function findMaintenance(viewer: Viewer, id: string): Promise<MaintenanceView | undefined> {
  authorize(viewer, "catalog:read");
  const [found] = await readRows<MaintenanceView>(sql`select ${columns} where w.id = ${id}::uuid`);
  return found;
}
