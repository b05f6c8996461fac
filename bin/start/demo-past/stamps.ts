import type { Past } from "#bin/start/demo-past/past";
import { lastMonday } from "#lib/coverage/watch-fact";

/**
 * Tells of a service whether anything can be otherwise at `at` than it was at the instant before: after something happened
 * that has to do with it, and every Monday, because time alone makes documents overdue and alerts too old to count. The
 * same text means that nothing is.
 */
export function newStamps(past: Past): (serviceId: string, at: Temporal.Instant) => string {
  const coming = new Map(past.services.map(({ id }) => [id, momentsOf(past, id)]));
  let week: { of: Temporal.Instant | null; monday: string } = { of: null, monday: "" };
  return (serviceId, at) => {
    if (week.of !== at) week = { of: at, monday: lastMonday(at).toString() };
    const moments = coming.get(serviceId) ?? [];
    while (moments.length > 0 && (moments.at(-1) ?? 0) <= at.epochMilliseconds) moments.pop();
    return `${week.monday} ${moments.length}`;
  };
}

/** In milliseconds, the last one first. */
const momentsOf = (past: Past, serviceId: string): number[] =>
  happenedTo(past, serviceId)
    .map(({ epochMilliseconds }) => epochMilliseconds)
    .toSorted((one, other) => other - one);

/** What concerns more than the thing that it happened to. */
const everywhere = /^(?:person\.deactivated|service\.(?:edited|transferred|renamed))$/;

function happenedTo(past: Past, serviceId: string): Temporal.Instant[] {
  const alerts = past.alerts.filter((alert) => alert.serviceId === serviceId);
  const concerned = concernedWith(past, serviceId);
  return [
    ...[...past.events.values()]
      .flat()
      .filter(({ kind, about }) => everywhere.test(kind) || about.some((id) => concerned.has(id)))
      .map(({ at }) => at),
    ...alerts.flatMap(({ deliveryPagedAt, acknowledgedAt, deliveryEngagedAt, resolvedAt }) =>
      [deliveryPagedAt, acknowledgedAt, deliveryEngagedAt, resolvedAt].filter((at) => at !== null),
    ),
    ...alerts.flatMap(({ id }) => (past.alertReviews.get(id) ?? []).map(({ at }) => at)),
  ];
}

/** The service, whoever ever owned it, and the rotations that may have filled its seats: their history is its own. */
function concernedWith({ ownerships, paths, rotations, teams }: Past, serviceId: string): Set<string> {
  const ops = [...teams.values()].flatMap(({ id, kind }) => (kind === "ops" ? [id] : []));
  const owners = new Set([...(ownerships.get(serviceId) ?? []).map(({ teamId }) => teamId), ...ops]);
  const path = paths.get(serviceId);
  const seats = [path?.deliveryRotationId, path?.backupRotationId, path?.opsRotationId].filter((id) => id != null);
  const usual = rotations.flatMap(({ id, teamId }) => (owners.has(teamId) ? [id] : []));
  return new Set([serviceId, ...owners, ...seats, ...usual]);
}
