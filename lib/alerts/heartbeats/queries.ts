import "server-only";
import { sql } from "drizzle-orm";
import { db, readRows } from "#db/client";
import { findByFormerAddress } from "#lib/addresses";
import { authorize, type Viewer } from "#lib/auth/policy";
import { NotFound } from "#lib/errors";

/** A heartbeat of a service. `silentAt` is when it counts as silent; null while it is silent, or waits for its first beat. Instants are ISO texts. */
export type HeartbeatView = {
  slug: string;
  name: string;
  everySeconds: number;
  graceSeconds: number;
  customerImpact: string | null;
  state: "waiting" | "beating" | "silent";
  lastBeatAt: string | null;
  silentAt: string | null;
};

const columns = sql`h.slug, h.name, h.every_seconds as "everySeconds", h.grace_seconds as "graceSeconds",
  h.customer_impact as "customerImpact", to_json(h.last_beat_at) as "lastBeatAt", to_json(h.silent_at) as "silentAt",
  case when h.last_beat_at is null then 'waiting' when h.silent_at is null then 'silent' else 'beating' end as state
  from heartbeats h join services s on s.id = h.service_id where h.retired_at is null`;

/** The heartbeats of a service, by name; undefined where there is no such service. */
export async function listHeartbeats(viewer: Viewer, slug: string): Promise<HeartbeatView[] | undefined> {
  authorize(viewer, "catalog:read");
  const items = await readRows<HeartbeatView>(
    sql`select ${columns} and s.slug = ${slug} order by lower(h.name), h.slug`,
  );
  return items.length > 0 || (await isService(slug)) ? items : undefined;
}

const isService = async (slug: string) => (await readRows(sql`select 1 from services where slug = ${slug}`)).length > 0;

export async function findHeartbeat(viewer: Viewer, service: string, slug: string): Promise<HeartbeatView | undefined> {
  authorize(viewer, "catalog:read");
  const [found] = await readRows<HeartbeatView>(sql`select ${columns} and s.slug = ${service} and h.slug = ${slug}`);
  return found;
}

/** The service for which something beats, also by a former address, without locking what every beat would wait for. */
export async function findBeating(slug: string): Promise<{ id: string; name: string }> {
  const bySlug = (condition: ReturnType<typeof sql>) =>
    readRows<{ id: string; name: string }>(
      sql`select id, name from services where ${condition} and retired_at is null`,
    );
  const [service] = await bySlug(sql`slug = ${slug}`);
  if (service) return service;
  const former = await findByFormerAddress(db(), "service", slug);
  const [moved] = former ? await bySlug(sql`id = ${former}::uuid`) : [];
  if (!moved) throw new NotFound(`There is no service “${slug}”.`);
  return moved;
}
