import type { Past } from "#bin/start/demo-past/past";
import { lastMonday } from "#lib/coverage/watch-fact";

/**
 * Tells of a service whether anything can be otherwise at `at` than it was at the instant before: after something happened
 * that has to do with it, and every Monday, because time alone makes documents overdue and alerts too old to count. The
 * same text means that nothing is.
 */
export function newStamps(past: Past): (serviceId: string, at: Temporal.Instant) => string {
  const coming = new Map(past.services.map(({ id }) => [id, momentsOf(past, id)]));
  return (serviceId, at) => {
    const moments = coming.get(serviceId) ?? [];
    while (moments.length > 0 && (moments.at(-1) ?? 0) <= at.epochMilliseconds) moments.pop();
    return `${lastMonday(at)} ${moments.length}`;
  };
}

/** In milliseconds, the last one first. */
const momentsOf = (past: Past, serviceId: string): number[] =>
  happenedTo(past, serviceId)
    .map(({ epochMilliseconds }) => epochMilliseconds)
    .toSorted((one, other) => other - one);

/** What concerns more than the thing that it happened to. */
const everywhere =
  /^(?:team\.member-|team\.ro|team\.manager-|person\.deactivated|service\.(?:edited|transferred|renamed))/;

function happenedTo(past: Past, serviceId: string): Temporal.Instant[] {
  const alerts = past.alerts.filter((alert) => alert.serviceId === serviceId);
  return [
    ...[...past.events.values()]
      .flat()
      .filter(({ kind, about }) => everywhere.test(kind) || about.includes(serviceId))
      .map(({ at }) => at),
    ...alerts.flatMap(({ deliveryPagedAt, acknowledgedAt, deliveryEngagedAt, resolvedAt }) =>
      [deliveryPagedAt, acknowledgedAt, deliveryEngagedAt, resolvedAt].filter((at) => at !== null),
    ),
    ...alerts.flatMap(({ id }) => (past.alertReviews.get(id) ?? []).map(({ at }) => at)),
    ...[...past.versions.values(), ...past.overrides.values()].flat().map(({ createdAt }) => createdAt),
  ];
}
