import { Invalid } from "#lib/errors";
import type { Layer } from "#lib/rotations/rotation";
import { isSameLayers } from "#lib/rotations/versions/same-layers";

/** A version as it stands; `until` is null for the last one. */
export type HeldVersion = {
  id: string;
  from: Temporal.Instant;
  until: Temporal.Instant | null;
  openedAt: Temporal.Instant;
  layers: readonly Layer[];
};

export type VersionWish = {
  layers: readonly Layer[];
  /** From when they hold; now where left out. */
  effectiveFrom?: Temporal.Instant | undefined;
  /** Versions that begin later go. */
  replaceLater?: boolean | undefined;
};

/** What has to be written so that a wish holds. Everything before `changesFrom` stays as it was. */
export type VersionPlan = {
  changesFrom: Temporal.Instant;
  dropped: string[];
  /** The version that from now on ends elsewhere. */
  bounded: { id: string; until: Temporal.Instant | null } | null;
  opened: { from: Temporal.Instant; until: Temporal.Instant | null; openedAt: Temporal.Instant } | null;
};

/** What is meant for now takes a while to arrive; so little past is no past. */
const graceSeconds = 60;

/**
 * The instant from which a wish holds, in whole microseconds as the database keeps them: what it says, or the
 * present. `held` are the versions that hold at `at` or later, in their order. A version that was opened as of the
 * present of another replica has begun, even where our clock is behind.
 */
export function beginningOf(
  held: readonly HeldVersion[],
  effectiveFrom: Temporal.Instant | undefined,
  at: Temporal.Instant,
): Temporal.Instant {
  const begun = held.filter(({ from, openedAt }) => !isBefore(openedAt, from)).map(({ from }) => from);
  const present = stored([at, ...begun].toSorted(Temporal.Instant.compare).at(-1) ?? at);
  if (!effectiveFrom) return present;
  const isJustNow = isBefore(effectiveFrom, present) && isBefore(at.subtract({ seconds: graceSeconds }), effectiveFrom);
  return isJustNow && held.length > 0 ? present : stored(effectiveFrom);
}

/**
 * How `wish` comes to hold among the versions that hold at `at` or later, in their order; null where it does already.
 * Only the first version may begin in the past. Throws Invalid naming `effectiveFrom`.
 */
export function planVersions(
  held: readonly HeldVersion[],
  wish: VersionWish,
  at: Temporal.Instant,
): VersionPlan | null {
  const from = beginningOf(held, wish.effectiveFrom, at);
  const before = held.findLast((version) => isBefore(version.from, from));
  const replaced = held.find((version) => version.from.equals(from));
  const later = held.filter((version) => isBefore(from, version.from));
  const present = replaced ?? before;
  const isPresent = present !== undefined && isSameLayers(present.layers, wish.layers);

  if (held.length > 0 && isBefore(from, stored(at)) && !(replaced && isPresent))
    throw new Invalid("Only the first version of a rotation may begin in the past.", "effectiveFrom");
  const goes = wish.replaceLater ? later : [];
  const until = (wish.replaceLater ? undefined : later[0]?.from) ?? null;
  const [firstToGo] = goes;
  if (isPresent) return firstToGo ? dropping(firstToGo, goes, present) : null;
  return {
    changesFrom: from,
    dropped: [...(replaced ? [replaced] : []), ...goes].map(({ id }) => id),
    bounded: before && !replaced ? { id: before.id, until: from } : null,
    opened: { from, until, openedAt: wish.effectiveFrom ? at : from },
  };
}

function dropping(first: HeldVersion, goes: readonly HeldVersion[], stays: HeldVersion): VersionPlan {
  return {
    changesFrom: first.from,
    dropped: goes.map(({ id }) => id),
    bounded: { id: stays.id, until: null },
    opened: null,
  };
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

const stored = (instant: Temporal.Instant) => instant.round({ smallestUnit: "microsecond", roundingMode: "floor" });
