import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db, inTransaction, type Tx } from "#db/client";
import { alerts, drills, memberships } from "#db/schema";
import { resolveAlert } from "#lib/alerts/commands";
import { drillImpact, drillRule, drillSummary, serviceDrillOrigin } from "#lib/alerts/drills/drill";
import { drillEvent } from "#lib/alerts/drills/history";
import type { OneDrill } from "#lib/alerts/drills/inputs";
import { type LockedDrill, listAgreed, lockDrill, noDrill, refuseUnlessPlanned } from "#lib/alerts/drills/locks";
import { pager, recordEntries } from "#lib/alerts/entries";
import type { PageSeat } from "#lib/alerts/entry-kinds";
import { loadSeats } from "#lib/alerts/paging/load-seats";
import type { Seats } from "#lib/alerts/paging/steps";
import { authorOf } from "#lib/alerts/take-hold";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { wakeSoon } from "#lib/jobs/wake";
import { pagePeople } from "#lib/notifications/page-people";
import { type LockedPerson, namedPerson } from "#lib/people/locks";
import { teamsOf } from "#lib/services/permissions";

/**
 * Raises the drill's alert, marked as what it is, and pages those who agreed, at once and all of them; no timer of it
 * ever reaches anybody else. Returns the alert's id, of whoever raised it first. Throws NotFound, Forbidden, Conflict.
 */
export async function raiseDrill(viewer: Viewer, input: OneDrill, at = now()): Promise<string> {
  // Who stands watch is resolved outside of the transaction: the embedded database has one connection.
  const seats = await findSeats(input.drill, at);
  const alert = await inTransaction(async (tx) => {
    const drill = await lockDrill(tx, input.drill);
    authorize(viewer, "drill:plan", teamsOf(drill.service));
    if (drill.alertId) return drill.alertId;
    refuseUnlessPlanned(drill);
    const players = await requirePlayers(tx, drill);
    const raised = await raise(tx, viewer, drill, players, seats, at);
    await tx.update(drills).set({ alertId: raised, raisedAt: at }).where(eq(drills.id, drill.id));
    await recordEvent(tx, viewer, at, drillEvent("drill.raised", drill));
    return raised;
  });
  wakeSoon();
  return alert;
}

/** Ends a drill that is under way: nobody is paged for it any more. Throws NotFound, Forbidden, Conflict. */
export async function endDrill(viewer: Viewer, input: OneDrill, at = now()): Promise<void> {
  const alert = await inTransaction(async (tx) => {
    const drill = await lockDrill(tx, input.drill);
    authorize(viewer, "drill:plan", teamsOf(drill.service));
    if (!drill.alertId) throw new Conflict("It was not raised.");
    return drill.alertId;
  });
  await resolveAlert(viewer, { alert }, at);
}

async function findSeats(id: string, at: Temporal.Instant): Promise<Seats> {
  const [drill] = await db().select({ serviceId: drills.serviceId }).from(drills).where(eq(drills.id, id));
  if (!drill) throw noDrill();
  return (await loadSeats([drill.serviceId], at))(drill.serviceId);
}

async function requirePlayers(tx: Tx, { id, service }: LockedDrill): Promise<LockedPerson[]> {
  if (service.retiredAt) throw new Conflict(`${service.name} is retired: nobody is paged for it.`);
  const players = await listAgreed(tx, id);
  if (players.length === 0) throw new Conflict("Nobody has agreed yet, and a drill pages nobody who did not.");
  const isReal = and(eq(alerts.serviceId, service.id), eq(alerts.isDrill, false), eq(alerts.gate, "page"));
  const trouble = await tx.$count(alerts, and(isReal, isNull(alerts.resolvedAt)));
  if (trouble > 0)
    throw new Conflict(`${service.name} has an open alert in earnest. Raise the drill when that is over.`);
  return players;
}

async function raise(
  tx: Tx,
  viewer: Viewer,
  { id, scenario, service }: LockedDrill,
  players: readonly LockedPerson[],
  seats: Seats,
  at: Temporal.Instant,
): Promise<string> {
  const called = players.map((person) => ({ person, seat: seatOf(person.id, seats) }));
  const members = await listMembers(tx, service.deliveryTeamId);
  const pagesDelivery = called.some(({ person, seat }) => isDelivery(seat) || members.has(person.id));
  const summary = drillSummary(scenario);
  const [alert] = await tx
    .insert(alerts)
    .values({
      ...{ origin: serviceDrillOrigin(id), dedupKey: id, serviceId: service.id, rule: drillRule, severity: "info" },
      ...{ summary, customerImpact: drillImpact, details: { scenario }, lastDelivery: at.toString() },
      ...{ startsAt: at, openedAt: at, repeatedAt: at, gate: "page", gateReason: "drill", isDrill: true },
      ...{ deliveryPagedAt: pagesDelivery ? at : null },
      opsPagedAt: called.some(({ seat }) => seat === "ops") ? at : null,
    })
    .returning({ id: alerts.id });
  if (!alert) throw new Error("The database returned no alert.");
  const alertId = alert.id;
  await recordEntries(tx, at, [
    { alertId, by: authorOf(viewer), kind: "opened", summary },
    { alertId, by: pager, kind: "gated", decision: "page", reason: "drill", releasesAt: null },
    ...called.map(({ person, seat }) => ({
      ...{ alertId, by: pager, kind: "paged" as const, person: namedPerson(person), seat },
    })),
  ]);
  // Somebody brought them in, so that the first who answers stops nobody else's page: each one is measured.
  const page = { alertId, kind: "page" as const, key: "drill", byId: viewer.personId };
  await pagePeople(
    tx,
    called.map(({ person, seat }) => ({ ...page, personId: person.id, seat })),
    at,
  );
  return alertId;
}

/** In which capacity somebody is paged: the watch that they stand now, or simply because they agreed. */
function seatOf(personId: string, { delivery, backup, ops }: Seats): PageSeat {
  if (delivery.person?.id === personId) return "delivery";
  if (backup.person?.id === personId) return "backup";
  return ops.person?.id === personId ? "ops" : "brought-in";
}

const isDelivery = (seat: PageSeat) => seat === "delivery" || seat === "backup";

async function listMembers(tx: Tx, teamId: string | null): Promise<ReadonlySet<string>> {
  if (!teamId) return new Set();
  const rows = await tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.teamId, teamId), isNull(memberships.endsAt)));
  return new Set(rows.map(({ id }) => id));
}
