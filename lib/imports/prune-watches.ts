import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { rotations, services } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { Conflict } from "#lib/errors";
import type { Reading } from "#lib/imports/descriptor";
import { partsOf } from "#lib/imports/entity-reference";
import { forgetWatch, type KnownWatch, listWatchesFrom } from "#lib/imports/imported-watches";
import { sourcesOf } from "#lib/imports/plan";
import { noWatches, type WatchResult } from "#lib/imports/write-watches";
import { setEscalationIn } from "#lib/rotations/escalation/escalation-commands";
import { lockRotation } from "#lib/rotations/locks";
import { retireRotationIn } from "#lib/rotations/versions/retirement";
import { lockService } from "#lib/services/locks";

/**
 * Takes back the escalation paths, then the rotations, that came from the run's sources before and are described no
 * more. A rotation that other paths still name stays, and so does what was here before its descriptor; the caller
 * holds `lockDefaults`.
 */
export async function pruneWatches(
  tx: Tx,
  viewer: Viewer,
  readings: readonly Reading[],
  source: string,
  at: Temporal.Instant,
): Promise<WatchResult> {
  const result = noWatches();
  const described = new Set(readings.map(referenceOf));
  for (const known of await listWatchesFrom(tx, sourcesOf(readings, source))) {
    if (described.has(known.reference)) continue;
    const note = isSpared(known, readings, source) ? spared(known) : await takeBack(tx, viewer, known, at);
    if (note) {
      result.notes.push({ source: known.location, line: known.line, note });
      continue;
    }
    const { name } = partsOf(known.reference);
    result.retired += 1;
    result.differences.push({ reference: known.reference, name, outcome: "retired", changes: [] });
  }
  return result;
}

function referenceOf(reading: Reading): string | undefined {
  if (reading.kind === "watch") return reading.watch.reference;
  return reading.kind === "rejection" ? reading.rejection.reference : undefined;
}

/** Of a document that could not be read nobody knows what it describes: everything from its file stays. */
function isSpared({ location, source }: KnownWatch, readings: readonly Reading[], own: string): boolean {
  return readings.some(
    (one) =>
      one.kind === "rejection" &&
      ((!one.rejection.reference && one.rejection.location === location) ||
        (one.rejection.hidesOthers && (one.rejection.source ?? own) === source)),
  );
}

const spared = ({ reference }: KnownWatch) => `${reference} was not found, but stays: not everything could be read.`;

/** Why it stays, or undefined when it is taken back. */
async function takeBack(
  tx: Tx,
  viewer: Viewer,
  { reference, isAdopted, rotationId, serviceId }: KnownWatch,
  at: Temporal.Instant,
): Promise<string | undefined> {
  if (isAdopted) {
    await forgetWatch(tx, reference);
    return `${reference} is no longer described; it was here before its descriptor and stays.`;
  }
  try {
    await tx.transaction(async (savepoint) => {
      if (serviceId) await clearPath(savepoint, viewer, serviceId, at);
      else if (rotationId) await retire(savepoint, viewer, rotationId, at);
      await forgetWatch(savepoint, reference);
    });
    return undefined;
  } catch (error) {
    if (error instanceof Conflict) return `${reference} is no longer described, but stays: ${error.message}`;
    throw error;
  }
}

async function clearPath(tx: Tx, viewer: Viewer, id: string, at: Temporal.Instant): Promise<void> {
  const [service] = await tx.select({ slug: services.slug }).from(services).where(eq(services.id, id));
  if (service) await setEscalationIn(tx, viewer, await lockService(tx, service.slug), null, at);
}

async function retire(tx: Tx, viewer: Viewer, id: string, at: Temporal.Instant): Promise<void> {
  const [rotation] = await tx.select({ slug: rotations.slug }).from(rotations).where(eq(rotations.id, id));
  if (rotation) await retireRotationIn(tx, viewer, await lockRotation(tx, rotation.slug), at);
}
