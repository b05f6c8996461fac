import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf, type Tx } from "#db/client";
import { alerts, pages, people, services } from "#db/schema";
import { type AlertFacts, resourceOf } from "#lib/alerts/permissions";
import { type Action, authorize, type Viewer } from "#lib/auth/policy";
import { Conflict, Forbidden, NotFound } from "#lib/errors";
import type { Named } from "#lib/event-kinds";
import { namedPerson } from "#lib/people/locks";

export type LockedAlert = typeof alerts.$inferSelect & {
  facts: AlertFacts;
  holder: (Named & { id: string }) | null;
};

/**
 * The alert's row, locked until the transaction ends, with what decides who may do what with it. Whoever changes an
 * alert takes this first, so that two who act at once come one after the other. Throws NotFound.
 */
export async function lockAlert(tx: Tx, id: string): Promise<LockedAlert> {
  // Its key never changes, so that timelines and pages can be written beside it.
  const [alert] = await tx.select().from(alerts).where(eq(alerts.id, id)).for("no key update");
  if (!alert) throw new NotFound("There is no such alert.");
  const [service] = alert.serviceId ? await tx.select().from(services).where(eq(services.id, alert.serviceId)) : [];
  const [holder] = alert.holderId ? await tx.select().from(people).where(eq(people.id, alert.holderId)) : [];
  const [installed] = await rowsOf<{ id: string | null }>(tx, sql`select fallback_ops_team_id as id from installation`);
  const paged = await tx.selectDistinct({ id: pages.personId }).from(pages).where(eq(pages.alertId, id));
  const facts: AlertFacts = {
    ...{ status: alert.status, holderId: alert.holderId, handedToId: alert.handedToId },
    ...{ deliveryTeamId: service?.deliveryTeamId ?? null, opsTeamId: service?.opsTeamId ?? null },
    ...{ fallbackOpsTeamId: installed?.id ?? null, isUnrouted: alert.serviceId === null },
    pagedIds: paged.map((page) => page.id),
  };
  return { ...alert, facts, holder: holder ? { id: holder.id, ...namedPerson(holder) } : null };
}

/** Throws Forbidden, saying who may. */
export function authorizeAlert(viewer: Viewer, action: Action, { facts }: LockedAlert): void {
  authorize(viewer, action, resourceOf(facts, viewer));
}

/** The same for what only a person does; returns who it is. Throws Forbidden. */
export function authorizePerson(viewer: Viewer, action: Action, alert: LockedAlert): string {
  authorizeAlert(viewer, action, alert);
  if (viewer.personId === null) throw new Forbidden("Only a person can do this: use a session or a personal token.");
  return viewer.personId;
}

export function refuseResolved({ status }: LockedAlert): void {
  if (status === "resolved") throw new Conflict("This alert is resolved. Open it again if it goes on.");
}

/** In which seats somebody was paged for an alert, and which of these pages they have not answered. */
export async function seatsOf(tx: Tx, alertId: string, personId: string) {
  const own = and(eq(pages.alertId, alertId), eq(pages.personId, personId));
  const [all, unanswered] = [
    await tx.selectDistinct({ seat: pages.seat }).from(pages).where(own),
    await tx
      .selectDistinct({ seat: pages.seat })
      .from(pages)
      .where(and(own, isNull(pages.answeredAt))),
  ];
  return { all: all.map(({ seat }) => seat), unanswered: unanswered.map(({ seat }) => seat) };
}
