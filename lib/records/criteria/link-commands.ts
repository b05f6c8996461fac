import "server-only";
import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { criteria, criterionLinks } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, NotFound } from "#lib/errors";
import type { CriterionLinkInput } from "#lib/records/criteria/inputs";
import { requireRecordRight } from "#lib/records/right";

// What is pointed out in a record is part of it: none of this is told in the history, which is for everybody.

/**
 * Points out that a line of somebody's record speaks to an expectation: the person themself, or a manager who may open
 * the record. The same again changes nothing. Throws NotFound, Forbidden, Conflict when it is expected no more.
 */
export function linkCriterion(viewer: Viewer, input: CriterionLinkInput, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    const { personId, byId } = await requirePointer(tx, viewer, input.person, at);
    const [criterion] = await tx.select().from(criteria).where(eq(criteria.id, input.criterion)).for("share");
    if (!criterion) throw new NotFound("There is no such expectation.");
    if (criterion.retiredAt) throw new Conflict("This is expected no more.");
    const link = { criterionId: criterion.id, personId, line: input.line, byId, at };
    await tx.insert(criterionLinks).values(link).onConflictDoNothing();
  });
}

/** Takes that back, whoever of them pointed it out. Throws NotFound, Forbidden. */
export function unlinkCriterion(viewer: Viewer, input: CriterionLinkInput, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    const { personId } = await requirePointer(tx, viewer, input.person, at);
    const { criterionId, line, personId: of } = criterionLinks;
    await tx
      .delete(criterionLinks)
      .where(and(eq(criterionId, input.criterion), eq(of, personId), eq(line, input.line)));
  });
}

/** Whose record it is, and who points something out in it. Whom it is only shared with reads, and no more. */
async function requirePointer(tx: Tx, viewer: Viewer, address: string, at: Temporal.Instant) {
  const { person, right } = await requireRecordRight(viewer, address, at, tx);
  authorize(viewer, "criterion:link", {
    personId: right.kind === "self" ? person.id : null,
    teamIds: right.kind === "manager" ? [right.team.id] : [],
  });
  if (viewer.personId === null) throw new NotFound();
  return { personId: person.id, byId: viewer.personId };
}
