import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { alerts, maintenanceWindows } from "#db/schema";
import type { OneMaintenance, PlanMaintenanceInput } from "#lib/alerts/maintenance/inputs";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Invalid, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { wakeSoon } from "#lib/jobs/wake";
import { lockService, named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

const longestDays = 31;

/**
 * Plans a maintenance window of a service and returns its id. Alerts that open in it are kept and held; *page ops now*
 * works as ever. A start before now is now. Throws NotFound, Forbidden, Conflict, Invalid.
 */
export function planMaintenance(viewer: Viewer, input: PlanMaintenanceInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "maintenance:edit", teamsOf(service));
    if (service.retiredAt) throw new Conflict(`${service.name} is retired: nobody is paged for it.`);
    const startsAt = input.from && Temporal.Instant.compare(input.from, at) > 0 ? input.from : at;
    const endsAt = input.to;
    if (Temporal.Instant.compare(endsAt, startsAt) <= 0)
      throw new Invalid("It has to end after it begins, and after now.", "to");
    if (Temporal.Instant.compare(endsAt, startsAt.add({ hours: longestDays * 24 })) > 0)
      throw new Invalid(
        `Plan at most ${longestDays} days: a service that nobody watches for longer needs another answer.`,
        "to",
      );
    const row = { serviceId: service.id, startsAt, endsAt, why: input.why ?? null, createdAt: at };
    const [made] = await tx
      .insert(maintenanceWindows)
      .values({ ...row, createdById: viewer.personId })
      .returning({ id: maintenanceWindows.id });
    if (!made) throw new Error("The database returned no maintenance window.");
    const span = { from: startsAt.toString(), to: endsAt.toString() };
    await recordEvent(tx, viewer, at, {
      kind: "maintenance.planned",
      service: named(service),
      ...span,
      about: [service.id],
    });
    return made.id;
  });
}

/**
 * Ends a maintenance window now; one that has not begun is taken back. What it held is weighed again at once. Throws
 * NotFound, Forbidden.
 */
export async function endMaintenance(viewer: Viewer, input: OneMaintenance, at = now()): Promise<void> {
  await inTransaction(async (tx) => {
    const service = await lockService(tx, input.service);
    authorize(viewer, "maintenance:edit", teamsOf(service));
    const isIt = and(eq(maintenanceWindows.id, input.maintenance), eq(maintenanceWindows.serviceId, service.id));
    const [window] = await tx.select().from(maintenanceWindows).where(isIt).for("update");
    if (!window) throw new NotFound("There is no such maintenance window.");
    if (Temporal.Instant.compare(window.endsAt, at) <= 0) return;
    const startsAt = Temporal.Instant.compare(window.startsAt, at) < 0 ? window.startsAt : at;
    await tx.update(maintenanceWindows).set({ startsAt, endsAt: at }).where(eq(maintenanceWindows.id, window.id));
    const span = { from: startsAt.toString(), to: at.toString() };
    await recordEvent(tx, viewer, at, {
      kind: "maintenance.ended",
      service: named(service),
      ...span,
      about: [service.id],
    });
    await releaseHeld(tx, service.id, at);
  });
  wakeSoon();
}

/** What maintenance held is due for the gate now. Another window that holds still, holds it again. */
async function releaseHeld(tx: Tx, serviceId: string, at: Temporal.Instant): Promise<void> {
  const held = and(
    eq(alerts.serviceId, serviceId),
    isNull(alerts.resolvedAt),
    eq(alerts.gate, "hold"),
    eq(alerts.gateReason, "maintenance"),
    gt(alerts.nextStepAt, at),
  );
  // In one order, as everybody locks alerts.
  const locked = sql`(select id from alerts where ${held} order by id for update)`;
  await tx.update(alerts).set({ releasesAt: at, nextStepAt: at }).where(sql`${alerts.id} in ${locked}`);
}
