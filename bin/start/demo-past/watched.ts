import { holdsAt, isActiveAt, isBy, isLivingAt, type Past, refAt } from "#bin/start/demo-past/past";
import type { LoadFact, PersonFact, ReachFact, WatchFact } from "#lib/coverage/facts";
import { lastMonday, spanOfFacts, watchFact } from "#lib/coverage/watch-fact";
import { seatAt } from "#lib/rotations/resolver/resolve";
import type { Layer, Watch } from "#lib/rotations/rotation";
import { isBefore } from "#lib/rotations/spans";

type Instant = Temporal.Instant;
type Rotation = Past["rotations"][number];

/** The rotations that filled the seats of a service at `at`, by their ids; as the pager looks for them. */
export type SeatIds = { delivery: string | null; backup: string | null; ops: string | null };

export function seatsAt(past: Past, serviceId: string, at: Instant): SeatIds {
  const path = past.paths.get(serviceId);
  const drawn = path && isBy(path.changedAt, at) ? path : undefined;
  const owners = (past.ownerships.get(serviceId) ?? []).filter((span) => holdsAt(span, at));
  const usual = (teamId: string | undefined) =>
    past.rotations.find((one) => one.teamId === teamId && one.isTeamDefault && isBy(one.createdAt, at))?.id ?? null;
  const usualOf = (role: "delivery" | "ops") => usual(owners.find((span) => span.role === role)?.teamId);
  return {
    delivery: drawn?.deliveryRotationId ?? usualOf("delivery"),
    backup: drawn?.backupRotationId ?? null,
    ops: drawn?.opsRotationId ?? usualOf("ops") ?? usual(fallbackTeamOf(past)),
  };
}

/** The ops team takes what nobody else has. */
export const fallbackTeamOf = ({ teams }: Past): string | undefined =>
  [...teams.values()].find(({ kind }) => kind === "ops")?.id;

export type WatchesAt = {
  /** What followed at `at` from a rotation as it was set up by then. */
  fact(rotationId: string, at: Instant): WatchFact | null;
  /** Who stood it. */
  now(rotationId: string, at: Instant): PersonFact | null;
};

/**
 * Resolves a rotation anew where it, its people or what it serves changed, and every Monday; on other days only who
 * stands it is looked at.
 */
export function newWatches(past: Past): WatchesAt {
  const rotations = new Map(past.rotations.map((rotation) => [rotation.id, rotation]));
  const resolved = new Map<string, { stamp: string; fact: WatchFact }>();
  const setUp = onceAnInstant((id, at) => setUpBy(past, id, at));
  const now = onceAnInstant((id, at) => {
    const { shift } = seatAt(setUp(id, at), at, 1);
    return shift && { id: shift.person, name: past.people.get(shift.person)?.name ?? "" };
  });
  const fact = onceAnInstant((id, at) => {
    const rotation = rotations.get(id);
    if (!rotation) return null;
    const services = past.services.filter((service) => isLivingAt(service, at));
    const served = services.map((service) => service.id).filter((one) => seatsAt(past, one, at).delivery === id);
    const { versions, overrides, inactive } = setUp(id, at);
    const left = [...inactive.values()].flat().length;
    const stamp = [
      lastMonday(at),
      versions.length,
      overrides.length,
      left,
      refAt(past, rotation, at).name,
      served,
    ].join();
    const held = resolved.get(id);
    if (held?.stamp === stamp) return { ...held.fact, now: now(id, at) };
    const found = watchAt(past, rotation, setUp(id, at), new Set(served), at);
    resolved.set(id, { stamp, fact: found });
    return found;
  });
  return { fact, now };
}

function onceAnInstant<Found>(look: (id: string, at: Instant) => Found): (id: string, at: Instant) => Found {
  const known = new Map<string, { at: Instant; found: Found }>();
  return (id, at) => {
    const held = known.get(id);
    if (held?.at.equals(at)) return held.found;
    const found = look(id, at);
    known.set(id, { at, found });
    return found;
  };
}

function watchAt(past: Past, rotation: Rotation, watch: Watch, served: ReadonlySet<string>, at: Instant): WatchFact {
  const people = new Map([...past.people].map(([id, { name }]) => [id, { name, isActive: isActiveAt(past, id, at) }]));
  const { teamId } = rotation;
  return watchFact({ ...refAt(past, rotation, at), teamId }, watch, people, stretchesOf(past, served, at), at);
}

function setUpBy(past: Past, id: string, at: Instant): Watch {
  const window = spanOfFacts(at);
  const known = (past.versions.get(id) ?? [])
    .filter((version) => isBy(version.createdAt, at))
    .toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt));
  const versions = known
    .filter((_, index) => !isBy(known[index + 1]?.startsAt ?? null, window.from))
    .map(({ startsAt, layers }) => ({ from: startsAt, layers: layers as Layer[] }));
  const overrides = (past.overrides.get(id) ?? [])
    .filter(({ createdAt, endsAt }) => isBy(createdAt, at) && isBefore(window.from, endsAt))
    .map((one) => ({ id: one.id, person: one.personId, from: one.startsAt, to: one.endsAt }))
    .toSorted((one, other) => Temporal.Instant.compare(one.from, other.from));
  const inactive = new Map(
    [...past.deactivations].map(([person, spans]) => [
      person,
      spans.filter(({ startsAt }) => isBy(startsAt, at)).map(({ startsAt }) => ({ from: startsAt, to: endless })),
    ]),
  );
  return { versions, overrides, inactive };
}

const endless = Temporal.Instant.from("9999-12-31T00:00:00Z");
const stretchSeconds = 12 * 3_600;

function stretchesOf(past: Past, served: ReadonlySet<string>, at: Instant): LoadFact["stretches"] {
  const { from } = spanOfFacts(at);
  const needed = past.alerts.flatMap(({ id, serviceId, deliveryPagedAt, isDrill }) => {
    if (isDrill || !served.has(serviceId ?? "") || !isBy(deliveryPagedAt, at) || isBefore(deliveryPagedAt, from))
      return [];
    const reviews = (past.alertReviews.get(id) ?? []).filter((review) => isBy(review.at, at));
    const isNeedless = reviews.length > 0 && reviews.every(({ wasActionable }) => wasActionable === false);
    return isNeedless ? [] : [Math.floor(deliveryPagedAt.epochMilliseconds / 1_000 / stretchSeconds)];
  });
  return [...Map.groupBy(needed, (stretch) => stretch)]
    .toSorted(([one], [other]) => one - other)
    .map(([stretch, alerts]) => ({
      at: Temporal.Instant.fromEpochMilliseconds(stretch * stretchSeconds * 1_000),
      alerts: alerts.length,
    }));
}

/** From the day on which somebody verified their way, something went through once a month, beside the pages. */
const everyDays = 30;

/** How people were reached at `at`. */
export function reachAt(past: Past, people: readonly PersonFact[], at: Instant): Map<string, ReachFact> {
  return new Map(
    people.map(({ id }) => {
      const verified = (past.methods.get(id) ?? []).filter(({ verifiedAt }) => isBy(verifiedAt, at));
      const worked = verified.flatMap((method) => workedBy(past, method, at));
      const last = worked.reduce<Instant | null>((one, other) => (one && isBy(other, one) ? one : other), null);
      return [id, { isVerified: verified.length > 0, workedAt: last }];
    }),
  );
}

type Method = NonNullable<ReturnType<Past["methods"]["get"]>>[number];

function workedBy({ sent }: Past, { id, verifiedAt, workedAt }: Method, at: Instant): Instant[] {
  if (!verifiedAt || !workedAt) return [];
  const until = isBy(workedAt, at) ? workedAt : at;
  const months = Math.floor(verifiedAt.until(until).total("hours") / 24 / everyDays);
  const monthly = months > 0 ? [verifiedAt.add({ hours: 24 * everyDays * months })] : [verifiedAt];
  const pages = (sent.get(id) ?? []).flatMap(({ sentAt }) => (isBy(sentAt, at) ? [sentAt] : []));
  return [...monthly, ...pages, workedAt].filter((one) => isBy(one, at));
}
