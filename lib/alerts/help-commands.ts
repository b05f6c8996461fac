import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "#db/client";
import { alerts, pages } from "#db/schema";
import { loadPlayers, refuseUnlessPlayer } from "#lib/alerts/drills/players";
import { recordEntries } from "#lib/alerts/entries";
import type { BringInInput, PageOpsInput } from "#lib/alerts/inputs";
import { authorizeAlert, authorizePerson, type LockedAlert, lockAlert, refuseResolved } from "#lib/alerts/locks";
import { loadSeats } from "#lib/alerts/paging/load-seats";
import type { Pageable } from "#lib/alerts/paging/steps";
import { listOpsTeam, listWatchOf } from "#lib/alerts/paging/team-people";
import { authorOf, showSign } from "#lib/alerts/take-hold";
import { findTold } from "#lib/alerts/told-before";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Invalid, NotFound } from "#lib/errors";
import { wakeSoon } from "#lib/jobs/wake";
import { type NewPage, pagePeople } from "#lib/notifications/page-people";
import { namedPerson, requirePerson } from "#lib/people/locks";
import { requireTeam } from "#lib/teams/locks";

/** Who is being paged. `slug` is the address of each. */
export type Called = { people: { slug: string; name: string }[] };

/**
 * Pages the ops engineer on watch at once, in every state but resolved, and leaves the timers as they are. With nobody
 * on an ops watch: the leads and members of the fallback ops team, and where there is none, of the service's ops team.
 * A drill calls those of them who agreed to it, and wakes nobody else. The same idempotency key again pages nobody
 * anew. Throws NotFound, Forbidden, Conflict when it is resolved.
 */
export async function pageOps(viewer: Viewer, input: PageOpsInput, at = now()): Promise<Called> {
  const { suspicion = null, idempotencyKey = crypto.randomUUID() } = input;
  // Who stands watch is resolved outside of the transaction: the embedded database has one connection.
  const ops = await listOps(input.alert, at);
  const answer = await inTransaction(async (tx) => {
    const alert = await lockAlert(tx, input.alert);
    authorizeAlert(viewer, "alert:page-ops", alert);
    refuseResolved(alert);
    const plays = await loadPlayers(tx, alert);
    const called = plays ? ops.filter(({ id }) => plays(id)) : ops;
    await showSign(tx, viewer, alert, at);
    const page = { seat: "ops" as const, word: suspicion, byId: viewer.personId, key: `ops:${idempotencyKey}` };
    return call(tx, alert, called, page, at, async () => {
      const isFirst = { opsPagedAt: sql`coalesce(ops_paged_at, ${at.toString()})` };
      if (!plays || called.length > 0) await tx.update(alerts).set(isFirst).where(eq(alerts.id, alert.id));
      const told = { suspicion, people: called.map(({ named }) => named), key: page.key };
      const line = { kind: "ops-paged" as const, ...told, ...(plays ? { isDrill: true as const } : {}) };
      await recordEntries(tx, at, [{ alertId: alert.id, by: authorOf(viewer), ...line }]);
    });
  });
  wakeSoon();
  return answer;
}

/**
 * Pages somebody else: a person, or whoever stands the watch of a team; where nobody does, its leads, and in a team
 * without leads everybody. The timers stay as they are. The same idempotency key again pages nobody anew.
 * Throws NotFound, Forbidden, Conflict when it is resolved, Invalid naming the field.
 */
export async function bringIn(viewer: Viewer, input: BringInInput, at = now()): Promise<Called> {
  const { word = null, idempotencyKey = crypto.randomUUID() } = input;
  const { called, team } = await listBroughtIn(input, at);
  const answer = await inTransaction(async (tx) => {
    const alert = await lockAlert(tx, input.alert);
    const byId = authorizePerson(viewer, "alert:bring-in", alert);
    refuseResolved(alert);
    for (const { id, named } of called)
      await refuseUnlessPlayer(tx, alert, { id, name: named.name }, team ? "team" : "person");
    await showSign(tx, viewer, alert, at);
    const page = { seat: "brought-in" as const, word, byId, key: `in:${idempotencyKey}` };
    return call(tx, alert, called, page, at, () => {
      const line = { kind: "brought-in" as const, team, people: called.map(({ named }) => named), word, key: page.key };
      return recordEntries(tx, at, [{ alertId: alert.id, by: authorOf(viewer), ...line }]);
    });
  });
  wakeSoon();
  return answer;
}

async function call(
  tx: Tx,
  alert: LockedAlert,
  called: readonly Pageable[],
  page: Pick<NewPage, "seat" | "word" | "byId" | "key">,
  at: Temporal.Instant,
  tell: () => Promise<void>,
): Promise<Called> {
  const before = await findTold(tx, alert.id, page.key);
  if (before) return { people: before.people ?? [] };
  await tell();
  const ringing = await listJustPaged(tx, alert.id, at);
  const made = called
    .filter(({ id }) => !ringing.has(id))
    .map(({ id }): NewPage => ({ alertId: alert.id, personId: id, kind: "page", ...page }));
  await pagePeople(tx, made, at);
  return { people: called.map(({ named }) => named) };
}

const justSeconds = 60;

/** Whose phone rings about this alert already: two who call for help at once are told on one page. */
async function listJustPaged(tx: Tx, alertId: string, at: Temporal.Instant): Promise<Set<string>> {
  const since = at.subtract({ seconds: justSeconds });
  const rows = await tx
    .select({ id: pages.personId })
    .from(pages)
    .where(and(eq(pages.alertId, alertId), eq(pages.kind, "page"), gt(pages.at, since)));
  return new Set(rows.map(({ id }) => id));
}

async function listOps(alertId: string, at: Temporal.Instant): Promise<readonly Pageable[]> {
  const [alert] = await db().select({ serviceId: alerts.serviceId }).from(alerts).where(eq(alerts.id, alertId));
  if (!alert) throw new NotFound("There is no such alert.");
  const { ops, fallback } = (await loadSeats([alert.serviceId], at))(alert.serviceId);
  if (ops.person) return [ops.person];
  return fallback.length > 0 || !alert.serviceId ? fallback : listOpsTeam(alert.serviceId);
}

async function listBroughtIn({ team: slug, person: address }: BringInInput, at: Temporal.Instant) {
  if (slug !== undefined && address !== undefined) throw new Invalid("Name a team or a person, not both.", "team");
  if (address !== undefined) {
    const person = await requirePerson(db(), address, "person");
    return { team: null, called: [{ id: person.id, named: namedPerson(person) }] };
  }
  const team = await requireTeam(db(), slug, "team");
  if (!team) throw new Invalid("Name a team or a person.", "team");
  const called = await listWatchOf(team.id, at);
  if (called.length === 0) throw new Invalid(`There is nobody in ${team.name} to bring in.`, "team");
  return { team: { slug: team.slug, name: team.name }, called };
}
