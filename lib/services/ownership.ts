import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { ownerships, services } from "#db/schema";

export type OwnershipRole = "delivery" | "ops";

/**
 * Gives `service` to `team` in `role` from `at` on, or to nobody. The one writer of ownership: the present owner
 * on the service and the span in its history change together. The service's row must be locked by the caller.
 */
export async function changeOwnership(
  tx: Tx,
  service: { id: string },
  role: OwnershipRole,
  team: { id: string } | null,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .update(ownerships)
    .set({ endsAt: at })
    .where(and(eq(ownerships.serviceId, service.id), eq(ownerships.role, role), isNull(ownerships.endsAt)));
  if (team) await tx.insert(ownerships).values({ serviceId: service.id, teamId: team.id, role, startsAt: at });
  const owner = role === "delivery" ? { deliveryTeamId: team?.id ?? null } : { opsTeamId: team?.id ?? null };
  const reference = role === "delivery" && team ? { ownerReference: null } : {};
  await tx
    .update(services)
    .set({ ...owner, ...reference, changedAt: at })
    .where(eq(services.id, service.id));
}
