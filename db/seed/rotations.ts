import { formerAddresses, rotations, rotationVersions, type StoredLayer } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, fixtures, idOf, longAgo, named, record } from "#db/seed/history";
import { rotationName, slugOf, uniqueName } from "#db/seed/names";
import { draftPerson, namedPerson, type Person } from "#db/seed/people";
import { draftTeam, type Team } from "#db/seed/teams";

type Version = Row<typeof rotationVersions>;
/** A rotation with the version that is open. */
export type Rotation = Row<typeof rotations> & { team: Team; version: Version };

/** A layer with people in it; weekly, with handoffs on Monday at 09:00 in Lisbon, where nothing else is said. */
export type LayerFacts = Partial<Omit<StoredLayer, "participants">> & { participants: readonly { id: string }[] };

type By = { by?: Actor };
type RotationRow = Pick<Row<typeof rotations>, "name" | "slug" | "description" | "isTeamDefault">;
type RotationFacts = Partial<RotationRow> &
  By & {
    team?: Team;
    layers?: readonly LayerFacts[];
    /** When the first version begins; the first handoff of its first layer, unless said otherwise. */
    effectiveFrom?: Temporal.Instant;
  };

/** A year before `longAgo`: at whatever time a test plays, a rotation of the fixtures has run for long. */
const firstHandoff = "2025-01-06T09:00";

/** A weekly rotation of the people of a team unless `layers` say otherwise; the team's default where it is the first. */
export function draftRotation(draft: Draft, { by = fixtures, ...facts }: RotationFacts = {}, at = longAgo): Rotation {
  const team = facts.team ?? draftTeam(draft, { lead: draftPerson(draft, {}, at) }, at);
  const members = [...team.members.keys()].map((id) => ({ id }));
  const layers = (facts.layers ?? [{ participants: members }]).map(storedLayer);
  const name = facts.name ?? uniqueName(rotationName);
  const row = {
    id: crypto.randomUUID(),
    name,
    slug: facts.slug ?? slugOf(name),
    description: facts.description ?? null,
    teamId: team.id,
    isTeamDefault: facts.isTeamDefault ?? !team.hasDefaultRotation,
    retiredAt: null,
    createdAt: at,
  };
  draft.add(rotations, row);
  if (row.isTeamDefault) team.hasDefaultRotation = true;
  const version = draftVersion(draft, row.id, layers, facts.effectiveFrom ?? beginningOf(layers), by, at);
  record(draft, at, by, [row.id, team.id, ...version.participantIds], {
    kind: "rotation.created",
    rotation: named(row),
    team: named(team),
  });
  return Object.assign(row, { team, version });
}

type Change = By & { layers: readonly LayerFacts[]; from?: Temporal.Instant; moved?: readonly Person[] };

/** Another way of standing watch from `from` on, at once unless given. `moved` are those whose shifts it moves. */
export function changeRotation(
  draft: Draft,
  rotation: Rotation,
  { layers, moved = [], by = fixtures, ...change }: Change,
  at = longAgo,
): Version {
  const from = change.from ?? at;
  draft.change(rotationVersions, rotation.version, { endsAt: from });
  rotation.version = draftVersion(draft, rotation.id, layers.map(storedLayer), from, by, at);
  const detail = { rotation: named(rotation), from: from.toString(), moved: moved.map(namedPerson) };
  record(draft, at, by, [rotation.id, rotation.teamId, ...moved.map(({ id }) => id)], {
    kind: "rotation.changed",
    ...detail,
  });
  return rotation.version;
}

type Renaming = By & { name: string; slug?: string };

/** The address before keeps leading to the rotation. */
export function renameRotation(
  draft: Draft,
  rotation: Rotation,
  { name, slug = slugOf(name), by = fixtures }: Renaming,
  at = longAgo,
): void {
  const before = named(rotation);
  draft.change(rotations, rotation, { name, slug });
  if (slug !== before.slug)
    draft.add(formerAddresses, { noun: "rotation", address: before.slug, thing: rotation.id, leftAt: at });
  record(draft, at, by, [rotation.id, rotation.teamId], { kind: "rotation.renamed", rotation: { slug, name }, before });
}

export function retireRotation(draft: Draft, rotation: Rotation, { by = fixtures }: By = {}, at = longAgo): void {
  if (rotation.isTeamDefault) rotation.team.hasDefaultRotation = false;
  draft.change(rotations, rotation, { retiredAt: at, isTeamDefault: false });
  const detail = { rotation: named(rotation), team: named(rotation.team) };
  record(draft, at, by, [rotation.id, rotation.teamId], { kind: "rotation.retired", ...detail });
}

function draftVersion(
  draft: Draft,
  rotationId: string,
  layers: StoredLayer[],
  startsAt: Temporal.Instant,
  by: Actor,
  at: Temporal.Instant,
): Version {
  const version = {
    id: crypto.randomUUID(),
    rotationId,
    startsAt,
    endsAt: null,
    layers,
    participantIds: [...new Set(layers.flatMap(({ participants }) => participants))],
    createdAt: at,
    createdById: idOf(by),
  };
  draft.add(rotationVersions, version);
  return version;
}

function storedLayer({ participants, ...facts }: LayerFacts): StoredLayer {
  return {
    name: "weekly",
    timeZone: "Europe/Lisbon",
    startsAt: firstHandoff,
    every: 1,
    unit: "week",
    ...facts,
    participants: participants.map(({ id }) => id),
  };
}

function beginningOf(layers: readonly StoredLayer[]): Temporal.Instant {
  const [first] = layers;
  if (!first) throw new Error("A rotation has a layer.");
  return Temporal.PlainDateTime.from(first.startsAt).toZonedDateTime(first.timeZone).toInstant();
}
