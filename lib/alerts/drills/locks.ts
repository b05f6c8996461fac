import "server-only";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { drillPeople, drills, people, services } from "#db/schema";
import { Conflict, NotFound } from "#lib/errors";
import type { LockedPerson } from "#lib/people/locks";
import type { LockedService } from "#lib/services/locks";

export type LockedDrill = typeof drills.$inferSelect & { service: LockedService };

/** The drill's row, locked until the transaction ends, with its service. Throws NotFound. */
export async function lockDrill(tx: Tx, id: string): Promise<LockedDrill> {
  const [drill] = await tx.select().from(drills).where(eq(drills.id, id)).for("no key update");
  if (!drill) throw noDrill();
  const [service] = await tx.select().from(services).where(eq(services.id, drill.serviceId));
  if (!service) throw noDrill();
  return { ...drill, service };
}

/** Throws Conflict once it was raised or called off. */
export function refuseUnlessPlanned({ raisedAt, calledOffAt }: LockedDrill): void {
  if (calledOffAt) throw new Conflict("This drill was called off.");
  if (raisedAt) throw new Conflict("This drill was raised already.");
}

/** Those who agreed to play it and are still here, by name. */
export async function listAgreed(tx: Tx, drillId: string): Promise<LockedPerson[]> {
  const rows = await tx
    .select({ person: people })
    .from(drillPeople)
    .innerJoin(people, eq(people.id, drillPeople.personId))
    .where(and(eq(drillPeople.drillId, drillId), isNotNull(drillPeople.agreedAt), isNull(people.deactivatedAt)))
    .orderBy(asc(people.name), asc(people.id));
  return rows.map(({ person }) => person);
}

export const noDrill = () => new NotFound("There is no such drill.");
