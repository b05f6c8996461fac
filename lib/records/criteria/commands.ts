import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { criteria } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changedFields, changesOf } from "#lib/changes";
import { now } from "#lib/clock";
import { Conflict, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import type {
  EditCriterionInput,
  MoveCriterionInput,
  MoveLevelInput,
  OneCriterion,
  WriteCriterionInput,
} from "#lib/records/criteria/inputs";
import { withMovedCriterion, withMovedLevel } from "#lib/records/criteria/order";

const mostCriteria = 200;

/** Writes down what the organisation expects of a level, after what it expects already. Returns its id. Throws Forbidden, Conflict. */
export function writeCriterion(viewer: Viewer, input: WriteCriterionInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    authorize(viewer, "criterion:edit");
    const all = await lockCriteria(tx);
    if (all.length >= mostCriteria)
      throw new Conflict(`Keep at most ${mostCriteria} expectations, retired ones included.`);
    const position = (all.at(-1)?.position ?? 0) + 1;
    const [made] = await tx
      .insert(criteria)
      .values({ ...input, position, createdAt: at, changedAt: at })
      .returning();
    if (!made) throw new Error("The database returned no expectation.");
    await recordEvent(tx, viewer, at, { kind: "criterion.written", ...input, about: [made.id] });
    return made.id;
  });
}

/** Says it otherwise, or moves it to another level. What linked to it stays linked. Throws NotFound, Forbidden. */
export function editCriterion(viewer: Viewer, { criterion, ...wanted }: EditCriterionInput, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(viewer, "criterion:edit");
    const present = findIn(await lockCriteria(tx), criterion);
    const changes = changesOf({ level: present.level, text: present.text }, wanted);
    if (changes.length === 0) return;
    await tx
      .update(criteria)
      .set({ ...changedFields(changes), changedAt: at })
      .where(eq(criteria.id, criterion));
    await recordEvent(tx, viewer, at, { kind: "criterion.edited", level: wanted.level, changes, about: [criterion] });
  });
}

/** Puts one before or behind its neighbour of the same level. At the end it stays. Throws NotFound, Forbidden. */
export function moveCriterion(viewer: Viewer, { criterion, direction }: MoveCriterionInput): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(viewer, "criterion:edit");
    const all = await lockCriteria(tx);
    const { retiredAt } = findIn(all, criterion);
    // Its neighbours are those that it is shown among.
    const shown = all.filter((one) => (one.retiredAt === null) === (retiredAt === null));
    await placeInOrder(tx, all, withMovedCriterion(shown, criterion, direction));
  });
}

/** Puts a level and all that is expected of it before or behind the next one. Throws NotFound, Forbidden. */
export function moveLevel(viewer: Viewer, { level, direction }: MoveLevelInput): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(viewer, "criterion:edit");
    const all = await lockCriteria(tx);
    const living = all.filter(({ retiredAt }) => retiredAt === null);
    if (!living.some((one) => one.level === level)) throw new NotFound(`Nothing is expected of the level “${level}”.`);
    await placeInOrder(tx, all, withMovedLevel(living, level, direction));
  });
}

/** It is expected no more. Links of records to it stay, and say so. Throws NotFound, Forbidden. */
export function retireCriterion(viewer: Viewer, { criterion }: OneCriterion, at = now()): Promise<void> {
  return setRetired(viewer, criterion, at, at);
}

/** Expects it again, where it stood before. Throws NotFound, Forbidden. */
export function restoreCriterion(viewer: Viewer, { criterion }: OneCriterion, at = now()): Promise<void> {
  return setRetired(viewer, criterion, null, at);
}

function setRetired(viewer: Viewer, id: string, retiredAt: Temporal.Instant | null, at: Temporal.Instant) {
  return inTransaction(async (tx) => {
    authorize(viewer, "criterion:edit");
    const present = findIn(await lockCriteria(tx), id);
    if ((present.retiredAt === null) === (retiredAt === null)) return;
    await tx.update(criteria).set({ retiredAt, changedAt: at }).where(eq(criteria.id, id));
    const kind = retiredAt ? "criterion.retired" : "criterion.restored";
    await recordEvent(tx, viewer, at, { kind, level: present.level, text: present.text, about: [id] });
  });
}

type Stored = typeof criteria.$inferSelect;

/** All of them in their order. One at a time changes them, because each change may move the others. */
async function lockCriteria(tx: Tx): Promise<Stored[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('watchbill.criteria'))`);
  return tx.select().from(criteria).orderBy(asc(criteria.position), asc(criteria.createdAt), asc(criteria.id));
}

function findIn(all: readonly Stored[], id: string): Stored {
  const found = all.find((one) => one.id === id);
  if (!found) throw new NotFound("There is no such expectation.");
  return found;
}

/** Gives those that moved the places which they held together before, so that the others stay where they are. */
async function placeInOrder(tx: Tx, all: readonly Stored[], ids: readonly string[] | undefined): Promise<void> {
  if (!ids) return;
  const moving = new Set(ids);
  const next = ids.values();
  const order = all.map(({ id }) => (moving.has(id) ? (next.next().value ?? id) : id));
  for (const [index, id] of order.entries())
    await tx
      .update(criteria)
      .set({ position: index + 1 })
      .where(eq(criteria.id, id));
}
