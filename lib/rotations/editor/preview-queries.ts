import "server-only";
import { sql } from "drizzle-orm";
import { db, readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Forbidden, Invalid, NotFound } from "#lib/errors";
import { dayAt, mondayOf, spanOfDays } from "#lib/rotations/drawing/days";
import { leastWidthRem } from "#lib/rotations/drawing/strip";
import { DraftInput, type DraftWish } from "#lib/rotations/editor/draft-inputs";
import { onceBegun, watchWith, withBeginners } from "#lib/rotations/editor/draft-plan";
import type { PreviewAnswer, PreviewView } from "#lib/rotations/editor/preview";
import { drawWeeks, handoffsOf, movesOf, warningsOf } from "#lib/rotations/editor/preview-parts";
import { findPreviewPeople } from "#lib/rotations/editor/preview-people";
import { zoneOf } from "#lib/rotations/editor/warnings";
import { keepTurns } from "#lib/rotations/resolver/continue-turns";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Layer, Span, Version, Watch } from "#lib/rotations/rotation";
import { nameParticipants } from "#lib/rotations/versions/participants";
import { isSameLayers } from "#lib/rotations/versions/same-layers";
import { loadWatches } from "#lib/rotations/watches";

/** A rotation that there is or, without one, a new one of this team. */
export type PreviewPlace = { rotation?: string | undefined; team?: string | undefined };
export type PreviewRequest = PreviewPlace & { wish: DraftWish };

const weeks = 8;
/** What a version is warned of may lie more than a year ahead. */
const farthestDays = 420;

/**
 * What would follow from a draft as it was typed, or what is wrong with it: while somebody types, a draft that is not
 * finished is nothing out of the ordinary. Throws NotFound, Forbidden.
 */
export async function answerDraft(viewer: Viewer, place: PreviewPlace, typed: unknown): Promise<PreviewAnswer> {
  const parsed = DraftInput.safeParse(typed);
  if (!parsed.success)
    return {
      status: "wrong",
      errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
    };
  try {
    return { status: "fine", preview: await previewDraft(viewer, { ...place, wish: parsed.data }) };
  } catch (error) {
    if (error instanceof Invalid) return { status: "wrong", errors: error.errors };
    // Whoever creates a rotation chooses the team in the same form.
    if (error instanceof Forbidden && !place.rotation)
      return { status: "wrong", errors: [{ path: "team", message: error.message }] };
    throw error;
  }
}

/**
 * What would follow from a draft over eight weeks, computed as the roster itself is; nothing is written.
 * Throws NotFound, Forbidden, Invalid naming the field.
 */
export async function previewDraft(viewer: Viewer, request: PreviewRequest, at = now()): Promise<PreviewView> {
  const { wish } = request;
  const { rotationId, team } = await findPlace(viewer, request);
  const from = beginning(wish.effectiveFrom, rotationId !== null, at);
  const { layers: named } = await nameParticipants(db(), withBeginners(wish, rotationId ? from : null));

  const { timeZone } = viewer;
  const days = spanOfDays(mondayOf(dayAt(from, timeZone)), 7 * weeks, timeZone);
  const stored = await loadStored(rotationId, { from: days.from, to: from.add({ hours: 24 * farthestDays }) });
  const { people, inactive } = await findPreviewPeople([...participantsOf(named), ...stored.people], team.id);
  const before: Watch = { ...stored.watch, inactive };
  const version = { from, layers: rotationId ? keepTurns(before, from, named) : named };
  const after = watchWith(before, version, wish.replaceLater);
  const coming = { from, to: from.add({ hours: 24 * 7 * weeks }) };
  const homeZone = zoneOf(version);
  const drawn = drawWeeks(rotationId ? [after, before] : [after], days, { timeZone, homeZone, people, at });

  return {
    changesFrom: from.toString(),
    homeZone,
    weeks: drawn,
    leastWidthRem: leastWidthRem(drawn.map((week) => week.after)),
    handoffs: handoffsOf(resolveRoster(after, coming), people),
    ...(rotationId ? movesOf(before, after, coming, people) : { moved: [], movedCount: 0, told: [] }),
    // Before a new rotation has begun nobody expects it to be stood.
    warnings: warningsOf(after, rotationId ? version : onceBegun(version), weeks, people, team.name),
    people: Object.fromEntries(
      [...people.values()].map(({ address, name, timeZone }) => [address, { name, timeZone }]),
    ),
    isSame: isSameWatch(before, version, wish.replaceLater),
  };
}

type Place = { rotationId: string | null; team: { id: string; name: string } };

async function findPlace(viewer: Viewer, { rotation, team: slug = "" }: PreviewRequest): Promise<Place> {
  const [place] = await readRows<Place>(
    rotation === undefined
      ? sql`select null as "rotationId", json_build_object('id', id, 'name', name) as team from teams where slug = ${slug}`
      : sql`select r.id as "rotationId", json_build_object('id', t.id, 'name', t.name) as team
          from rotations r join teams t on t.id = r.team_id where r.slug = ${rotation}`,
  );
  if (!place && rotation) throw new NotFound(`There is no rotation “${rotation}”.`);
  if (!place) throw new Invalid("Choose the team that stands this watch.", "team");
  authorize(viewer, place.rotationId ? "rotation:edit" : "rotation:create", { teamIds: [place.team.id] });
  return place;
}

/** From when a wish holds; what is meant for now takes a while to arrive. */
function beginning(wished: Temporal.Instant | undefined, isHeld: boolean, at: Temporal.Instant): Temporal.Instant {
  if (!wished || !isBefore(wished, at)) return wished ?? at;
  if (isHeld && isBefore(wished, at.subtract({ minutes: 1 })))
    throw new Invalid("Only the first version of a rotation may begin in the past.", "effectiveFrom");
  return at;
}

async function loadStored(rotationId: string | null, window: Span): Promise<{ watch: Watch; people: string[] }> {
  const nothing: Watch = { versions: [], overrides: [], inactive: new Map() };
  if (!rotationId) return { watch: nothing, people: [] };
  const { byRotation, people } = await loadWatches([rotationId], window);
  return { watch: byRotation.get(rotationId) ?? nothing, people: [...people.keys()] };
}

/** Whether the rotation works like that already. */
function isSameWatch({ versions }: Watch, { from, layers }: Version, replacesLater: boolean): boolean {
  const present = versions.findLast((version) => !isBefore(from, version.from));
  const goes = replacesLater && versions.some((version) => isBefore(from, version.from));
  return !goes && present !== undefined && isSameLayers(present.layers, layers);
}

const participantsOf = (layers: readonly Layer[]) => layers.flatMap(({ participants }) => participants);
const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;
