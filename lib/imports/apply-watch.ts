import "server-only";
import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { escalationPaths, rotations, teams } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import {
  type Fields,
  fieldsOfWatch,
  findKnownWatch,
  type KnownWatch,
  rememberWatch,
} from "#lib/imports/imported-watches";
import type { WatchDocument } from "#lib/imports/watch-document";
import { setEscalationIn } from "#lib/rotations/escalation/escalation-commands";
import type { PutRotationInput } from "#lib/rotations/inputs";
import { putRotationIn } from "#lib/rotations/put";
import { lockService } from "#lib/services/locks";

type Watch = WatchDocument & { source: string };
type Applied = { outcome: "created" | "changed" | "unchanged"; note?: string };

// The rule of imported fields: what a person changed by hand stays until the source changes that field.

/** Brings a rotation to what its descriptor newly says. Throws what `putRotation` throws. */
export async function applyRotation(tx: Tx, viewer: Viewer, watch: Watch, at: Temporal.Instant): Promise<Applied> {
  if (watch.kind !== "Rotation") throw new Error("This is no rotation.");
  const known = await findKnownWatch(tx, watch.reference);
  const present = await findRotation(tx, watch.slug, known?.rotationId);
  const isAdopting = !known && present !== undefined && !present.retiredAt;
  const body = isAdopting ? undefined : present && known ? newlySaid(watch, known, present) : watch.body;
  const { id, outcome } = body
    ? await putRotationIn(tx, viewer, present?.slug ?? watch.slug, body, at)
    : { id: present?.id ?? "", outcome: "unchanged" as const };
  await rememberWatch(tx, watch, { rotationId: id }, isAdopting, at);
  return isAdopting ? { outcome, note: adoption(watch) } : { outcome };
}

/** Brings the escalation path of a service to what its descriptor newly says. Throws what `setEscalation` throws, NotFound. */
export async function applyEscalation(tx: Tx, viewer: Viewer, watch: Watch, at: Temporal.Instant): Promise<Applied> {
  if (watch.kind !== "EscalationPath") throw new Error("This is no escalation path.");
  const known = await findKnownWatch(tx, watch.reference);
  const service = await lockService(tx, watch.slug);
  const [present] = await tx.select().from(escalationPaths).where(eq(escalationPaths.serviceId, service.id));
  const isAdopting = !known && present !== undefined;
  const wish = known && isHeardFor(known, service) ? anew(known.fields, watch) : watch.body;
  const isSaid = !isAdopting && Object.keys(wish).length > 0;
  const isChanged = isSaid && (await setEscalationIn(tx, viewer, service, present ? wish : watch.body, at));
  await rememberWatch(tx, watch, { serviceId: service.id }, isAdopting, at);
  if (isAdopting) return { outcome: "unchanged", note: adoption(watch) };
  return { outcome: !isChanged ? "unchanged" : present ? "changed" : "created" };
}

const isHeardFor = ({ serviceId }: KnownWatch, service: { id: string }) => serviceId === service.id;

const adoption = ({ reference }: WatchDocument) =>
  `${reference} was here before its descriptor: what it has stays until the descriptor changes it.`;

type PresentRotation = { id: string; slug: string; name: string; team: string; retiredAt: Temporal.Instant | null };

/** The rotation that the descriptor made, wherever it lives by now, or else the one at its address. */
async function findRotation(tx: Tx, slug: string, id: string | null | undefined): Promise<PresentRotation | undefined> {
  const { retiredAt, name } = rotations;
  const [present] = await tx
    .select({ id: rotations.id, slug: rotations.slug, name, team: teams.slug, retiredAt })
    .from(rotations)
    .innerJoin(teams, eq(teams.id, rotations.teamId))
    .where(id ? eq(rotations.id, id) : eq(rotations.slug, slug));
  return present;
}

/** The fields in which the descriptor says something else than last time. */
function anew<Body extends object>(before: Fields, watch: WatchDocument & { body: Body }): Partial<Body> {
  const next = fieldsOfWatch(watch);
  return Object.fromEntries(
    Object.entries(watch.body).filter(([field]) => !isDeepStrictEqual(before[field], next[field])),
  ) as Partial<Body>;
}

/** The body of a PUT that changes only what the descriptor newly says; undefined where that is nothing. */
function newlySaid(
  watch: WatchDocument & { kind: "Rotation" },
  known: KnownWatch,
  present: PresentRotation,
): PutRotationInput | undefined {
  const said = anew<PutRotationInput>(known.fields, watch);
  if (Object.keys(said).length === 0) return undefined;
  const { layers, effectiveFrom, replaceLater } = watch.body;
  // Layers and the time from which they hold mean something together only.
  const isOther = "layers" in said || "effectiveFrom" in said || "replaceLater" in said;
  return { name: present.name, team: present.team, ...said, ...(isOther && { layers, effectiveFrom, replaceLater }) };
}
