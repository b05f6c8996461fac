import "server-only";
import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { type Tx, violatedConstraint } from "#db/client";
import { rotationVersions } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { Conflict, Invalid } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { withBeginners } from "#lib/rotations/editor/draft-plan";
import type { LayerInput } from "#lib/rotations/inputs";
import { type LockedRotation, namedRotation } from "#lib/rotations/locks";
import { keepTurns } from "#lib/rotations/resolver/continue-turns";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Layer, Roster, Span } from "#lib/rotations/rotation";
import { movedPeople, toldSpan } from "#lib/rotations/versions/moved";
import { nameParticipants } from "#lib/rotations/versions/participants";
import { beginningOf, type HeldVersion, planVersions, type VersionPlan } from "#lib/rotations/versions/version-plan";
import { loadWatches, type WatchPerson } from "#lib/rotations/watches";

/** How a rotation is to work: layers with participants by address, from `effectiveFrom` on. */
export type VersionInput = {
  layers: readonly LayerInput[];
  /** Now where left out. */
  effectiveFrom?: Temporal.Instant | undefined;
  /** Versions that begin later go. */
  replaceLater?: boolean | undefined;
  /** The present watch and the order stay, in layers that name no `firstTurn`. */
  keepTurns?: boolean | undefined;
  /** For each layer who begins, as a number among its participants, or `keep`. In the place of its `firstTurn`. */
  begins?: readonly ("keep" | number)[] | undefined;
  /** Where the version begins that the layers were made from: another one in its place is a conflict. */
  base?: Temporal.Instant | undefined;
};

/**
 * Opens the first version of a rotation that has just been written, and returns the ids of its participants.
 * It may begin in the past. Throws Invalid naming the field.
 */
export async function openFirstVersion(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  input: VersionInput,
  at: Temporal.Instant,
): Promise<string[]> {
  const { layers, deactivated } = await nameParticipants(tx, withBeginners(input, null));
  if (deactivated.length > 0) throw new Invalid(deactivated);
  const plan = planVersions([], { ...input, layers }, at);
  if (plan) await writePlan(tx, viewer, rotation, plan, layers);
  return participantsOf(layers);
}

/**
 * Lets a locked rotation work otherwise from an instant on, and records whose coming shifts that moves; what lies
 * before stays as it was. False when it works like that already. Throws Invalid naming the field, Conflict.
 */
export async function openVersion(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  input: VersionInput,
  at: Temporal.Instant,
): Promise<boolean> {
  const held = await listHeldVersions(tx, rotation, at);
  const from = beginningOf(held, input.effectiveFrom, at);
  refuseOtherBase(held, from, input.base);
  const { layers: written, deactivated } = await nameParticipants(tx, withBeginners(input, from));
  const layers = input.keepTurns ? await keepTurnsOf(tx, rotation, from, written) : written;
  const plan = planVersions(held, { ...input, layers }, at);
  if (!plan) return false;
  // Whoever sends what is there may name them: that is how a reader was shown it.
  if (plan.opened && deactivated.length > 0) throw new Invalid(deactivated);

  const window = toldSpan(latest(plan.changesFrom, at));
  const before = await loadRoster(tx, rotation, window);
  await writePlan(tx, viewer, rotation, plan, layers);
  const after = await loadRoster(tx, rotation, window);
  const people = new Map([...before.people, ...after.people]);
  const moved = movedPeople(before.roster, after.roster).flatMap((id) => people.get(id) ?? []);
  await recordEvent(tx, viewer, at, {
    kind: "rotation.changed",
    rotation: namedRotation(rotation),
    from: plan.changesFrom.toString(),
    moved: moved.map(({ address, name }) => ({ slug: address, name })),
    about: [rotation.id, rotation.teamId, ...moved.map(({ id }) => id)],
  });
  return true;
}

async function listHeldVersions(tx: Tx, rotation: LockedRotation, at: Temporal.Instant): Promise<HeldVersion[]> {
  const { id, startsAt, endsAt, createdAt, layers } = rotationVersions;
  const rows = await tx
    .select({ id, from: startsAt, until: endsAt, openedAt: createdAt, layers })
    .from(rotationVersions)
    .where(and(eq(rotationVersions.rotationId, rotation.id), or(isNull(endsAt), gt(endsAt, at))))
    .orderBy(asc(startsAt));
  return rows.map((row) => ({ ...row, layers: row.layers as Layer[] }));
}

function refuseOtherBase(
  held: readonly HeldVersion[],
  from: Temporal.Instant,
  base: Temporal.Instant | undefined,
): void {
  const present = held.findLast((version) => Temporal.Instant.compare(version.from, from) <= 0) ?? held[0];
  if (base && present && !present.from.equals(base))
    throw new Conflict("Somebody has changed this rotation meanwhile: look at it as it is now, and change that.");
}

async function keepTurnsOf(
  tx: Tx,
  rotation: LockedRotation,
  from: Temporal.Instant,
  layers: readonly Layer[],
): Promise<Layer[]> {
  const justBefore = { from: from.subtract({ microseconds: 1 }), to: from };
  const { byRotation } = await loadWatches([rotation.id], justBefore, tx);
  return keepTurns(byRotation.get(rotation.id), from, layers);
}

async function loadRoster(
  tx: Tx,
  rotation: LockedRotation,
  window: Span,
): Promise<{ roster: Roster; people: Map<string, WatchPerson> }> {
  const { byRotation, people } = await loadWatches([rotation.id], window, tx);
  const watch = byRotation.get(rotation.id);
  return { roster: watch ? resolveRoster(watch, window) : { shifts: [], gaps: [] }, people };
}

async function writePlan(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  { dropped, bounded, opened }: VersionPlan,
  layers: readonly Layer[],
): Promise<void> {
  if (dropped.length > 0) await tx.delete(rotationVersions).where(inArray(rotationVersions.id, dropped));
  if (bounded)
    await tx.update(rotationVersions).set({ endsAt: bounded.until }).where(eq(rotationVersions.id, bounded.id));
  if (!opened) return;
  const version = {
    rotationId: rotation.id,
    startsAt: opened.from,
    endsAt: opened.until,
    layers: [...layers],
    participantIds: participantsOf(layers),
    createdAt: opened.openedAt,
    createdById: viewer.personId,
  };
  await tx.insert(rotationVersions).values(version).catch(refuseOverlap);
}

const participantsOf = (layers: readonly Layer[]) => [...new Set(layers.flatMap(({ participants }) => participants))];

const latest = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? other : one;

function refuseOverlap(error: unknown): never {
  if (violatedConstraint(error) === "rotation_versions_do_not_overlap")
    throw new Conflict("Somebody has changed this rotation at the same moment: look at it as it is now.");
  throw error;
}
