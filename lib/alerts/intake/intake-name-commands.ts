import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { intakeNames, services } from "#db/schema";
import type { OneIntakeName, SetIntakeNameInput } from "#lib/alerts/intake/intake-inputs";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { lockService, named } from "#lib/services/locks";

/** Says which service it is that senders call so; it holds for alerts that come from now on. Throws NotFound, Forbidden, Conflict. */
export function setIntakeName(viewer: Viewer, { name, service: slug }: SetIntakeNameInput, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(viewer, "intake-name:edit");
    const service = await lockService(tx, slug);
    if (service.retiredAt) throw new Conflict(`${service.name} is retired: bring it back first.`, "service");
    const [before] = await tx.select().from(intakeNames).where(eq(intakeNames.name, name)).for("update");
    if (before?.serviceId === service.id) return;
    const row = { name, serviceId: service.id, createdAt: at };
    await tx.insert(intakeNames).values(row).onConflictDoUpdate({ target: intakeNames.name, set: row });
    const about = [service.id, before?.serviceId];
    await recordEvent(tx, viewer, at, { kind: "intake-name.set", name, service: named(service), about });
  });
}

/** Forgets what senders call a service. Throws NotFound, Forbidden. */
export function removeIntakeName(viewer: Viewer, { name }: OneIntakeName, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(viewer, "intake-name:edit");
    const [gone] = await tx.delete(intakeNames).where(eq(intakeNames.name, name)).returning();
    if (!gone) throw new NotFound(`No service goes by “${name}”.`);
    const [service] = await tx.select().from(services).where(eq(services.id, gone.serviceId));
    if (!service) throw new Error("A name leads to a service.");
    await recordEvent(tx, viewer, at, {
      kind: "intake-name.removed",
      name,
      service: named(service),
      about: [service.id],
    });
  });
}
