import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { findAlert, listEntries } from "#lib/alerts/queries";
import type { Viewer } from "#lib/auth/policy";
import { colleaguesOf, listMembers } from "#lib/briefing/colleague-queries";
import { findGroundOfAlert, findGroundOfService, type GroundRow } from "#lib/briefing/ground-queries";
import { findLately } from "#lib/briefing/lately-queries";
import { listBriefedNeighbours } from "#lib/briefing/neighbour-queries";
import { listBriefedExperts, listBriefedSeats } from "#lib/briefing/people-queries";
import { listLooksLike } from "#lib/briefing/signature-queries";
import type { Aftermath, Briefing, Ground, ServiceBriefing, Surroundings } from "#lib/briefing/views";
import { listWatchesAhead } from "#lib/briefing/watch-ahead-queries";
import { findWritten } from "#lib/briefing/written-queries";

/**
 * Everything that whoever is paged for this alert needs, or, once it is over, what came of it. Undefined where there is
 * no such alert. Three rounds of statements, each side by side, the first begun while the viewer is being looked up.
 */
export async function findBriefing(
  asking: Viewer | Promise<Viewer>,
  alertId: string,
  at: Temporal.Instant,
): Promise<Briefing | Aftermath | undefined> {
  const [viewer, alert, ground, entries] = await Promise.all([
    asking,
    findAlert(asking, alertId),
    findGroundOfAlert(asking, alertId),
    listEntries(asking, alertId),
  ]);
  if (!alert || !ground) return undefined;
  if (alert.status === "resolved") {
    const watches = await listWatchesAhead(viewer, alert, at);
    return { isOver: true, alert, entries, watches, ...placeOf(ground) };
  }
  const withPhones = alert.permissions.canAcknowledge;
  const [surroundings, looksLike, members] = await Promise.all([
    findSurroundings(viewer, ground, { at, alertId, withPhones }),
    listLooksLike(viewer, alert),
    alert.permissions.canBringIn ? listMembers(viewer, ground.service?.id ?? null) : [],
  ]);
  const colleagues = colleaguesOf(viewer, { ...surroundings, members });
  return { ...surroundings, isOver: false, alert, looksLike, entries, colleagues };
}

/**
 * The same of a service before there is an alert, or undefined where there is no such service. `rule` names the alert
 * rule whose runbook is wanted.
 */
export async function findServiceBriefing(
  viewer: Viewer,
  slug: string,
  { rule, at }: { rule: string | null; at: Temporal.Instant },
): Promise<ServiceBriefing | undefined> {
  const found = await findGroundOfService(viewer, slug);
  if (!found?.service) return undefined;
  const ground = { ...found, rule };
  const [surroundings, open] = await Promise.all([
    findSurroundings(viewer, ground, { at, alertId: null, withPhones: false }),
    listOpen(found.service.id),
  ]);
  return { ...surroundings, open };
}

async function findSurroundings(
  viewer: Viewer,
  ground: GroundRow,
  { at, alertId, withPhones }: { at: Temporal.Instant; alertId: string | null; withPhones: boolean },
): Promise<Surroundings> {
  const [seats, experts, written, lately, neighbours] = await Promise.all([
    listBriefedSeats(viewer, ground, { at, withPhones }),
    listBriefedExperts(viewer, ground, at),
    findWritten(viewer, ground, at),
    findLately(viewer, ground, { at, alertId }),
    listBriefedNeighbours(viewer, ground, at),
  ]);
  return { ...placeOf(ground), seats, experts, ...lately, ...written, ...neighbours };
}

const placeOf = ({ service, deliveryTeam, opsTeam, fallbackOpsTeam, canWrite }: GroundRow): Ground => ({
  ...{ service, deliveryTeam, opsTeam, fallbackOpsTeam, canWrite },
});

const listOpen = (serviceId: string) =>
  readRows<ServiceBriefing["open"][number]>(sql`
    select id, summary, severity, to_json(opened_at) #>> '{}' as "openedAt" from alerts
    where service_id = ${serviceId}::uuid and resolved_at is null order by opened_at desc limit 10`);
