import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { heartbeats } from "#db/schema";
import { NotFound } from "#lib/errors";
import type { LockedService } from "#lib/services/locks";

export type LockedHeartbeat = typeof heartbeats.$inferSelect;

/** The heartbeat's row, also of a retired one, locked until the transaction ends. */
export async function lockHeartbeat(
  tx: Tx,
  { id }: { id: string },
  slug: string,
): Promise<LockedHeartbeat | undefined> {
  const isIt = and(eq(heartbeats.serviceId, id), eq(heartbeats.slug, slug));
  const [heartbeat] = await tx.select().from(heartbeats).where(isIt).for("update");
  return heartbeat;
}

/** The same; throws NotFound where there is none that is in use. */
export async function lockLivingHeartbeat(
  tx: Tx,
  service: Pick<LockedService, "id" | "name">,
  slug: string,
): Promise<LockedHeartbeat> {
  const heartbeat = await lockHeartbeat(tx, service, slug);
  if (!heartbeat || heartbeat.retiredAt) throw new NotFound(`${service.name} has no heartbeat “${slug}”.`);
  return heartbeat;
}
