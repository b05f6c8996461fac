import "server-only";
import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { handoffNotes } from "#db/schema";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Forbidden, Invalid, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { type Handoff, handoffAt } from "#lib/rotations/handoff-notes/handoff-people";
import type { HandoffNoteInput, OneHandoffNote } from "#lib/rotations/inputs";
import { type LockedRotation, lockRotation, namedRotation } from "#lib/rotations/locks";
import { isBefore } from "#lib/rotations/spans";
import { namedHolder } from "#lib/rotations/standing-in/held-spans";
import { wholeSecond } from "#lib/rotations/standing-in/wished-span";

/** A note may come late, but not when the next watch is long over. */
const daysLate = 7;
const daysAhead = 400;

/**
 * Leaves a note for whoever takes the watch at a handoff, or mends the one that is there: a field left out stays.
 * For the outgoing person; leads and managers may write it for them. Mended, it is unread again. Returns the
 * rotation's slug. Throws NotFound, Forbidden, Invalid naming the field.
 */
export function writeHandoffNote(viewer: Viewer, input: HandoffNoteInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const handoff = await requireHandoff(tx, rotation, input.handoffAt);
    authorize(viewer, "watch:own", { teamIds: [rotation.teamId], personId: handoff.outgoing.id });
    refuseFarAway(handoff.at, at);
    const present = await findNote(tx, rotation, handoff.at);
    const words = {
      openAlerts: input.openAlerts === undefined ? (present?.openAlerts ?? null) : input.openAlerts,
      worries: input.worries === undefined ? (present?.worries ?? null) : input.worries,
      tryFirst: input.tryFirst === undefined ? (present?.tryFirst ?? null) : input.tryFirst,
    };
    if (!words.openAlerts && !words.worries && !words.tryFirst)
      throw new Invalid("Say something: open alerts, worries, or what to try first.", "worries");
    if (present && present.fromPersonId === handoff.outgoing.id && isSaid(present, words)) return rotation.slug;

    const note = { ...words, fromPersonId: handoff.outgoing.id, writtenAt: at, readAt: null, readById: null };
    if (present) await tx.update(handoffNotes).set(note).where(eq(handoffNotes.id, present.id));
    else await tx.insert(handoffNotes).values({ ...note, rotationId: rotation.id, handoffAt: handoff.at });
    await recordEvent(tx, viewer, at, {
      kind: "handoff.noted",
      rotation: namedRotation(rotation),
      person: namedHolder(handoff.outgoing),
      at: handoff.at.toString(),
      about: [rotation.id, rotation.teamId, handoff.outgoing.id, handoff.incoming?.id],
    });
    return rotation.slug;
  });
}

/** Notes that the incoming person has read it; nobody else can say so. Returns the rotation's slug. Throws NotFound, Forbidden. */
export function readHandoffNote(viewer: Viewer, input: OneHandoffNote, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const note = await findNote(tx, rotation, wholeSecond(input.handoffAt));
    if (!note) throw new NotFound("Nobody has left a note for this handoff.");
    const handoff = await handoffAt(tx, rotation.id, note.handoffAt);
    const incoming = handoff?.incoming;
    if (!incoming || !can(viewer, "watch:own", { personId: incoming.id }) || viewer.personId !== incoming.id)
      throw new Forbidden("Only the person who takes the watch then can say that they have read the note.");
    if (note.readAt) return rotation.slug;
    await tx.update(handoffNotes).set({ readAt: at, readById: viewer.personId }).where(eq(handoffNotes.id, note.id));
    await recordEvent(tx, viewer, at, {
      kind: "handoff.read",
      rotation: namedRotation(rotation),
      person: namedHolder(incoming),
      at: note.handoffAt.toString(),
      about: [rotation.id, rotation.teamId, incoming.id, note.fromPersonId],
    });
    return rotation.slug;
  });
}

type Note = typeof handoffNotes.$inferSelect;
type Words = Pick<Note, "openAlerts" | "worries" | "tryFirst">;

async function requireHandoff(tx: Tx, rotation: LockedRotation, wished: Temporal.Instant): Promise<Handoff> {
  const handoff = await handoffAt(tx, rotation.id, wholeSecond(wished));
  if (!handoff) throw new Invalid("Nobody hands this watch over at that moment.", "handoffAt");
  return handoff;
}

function refuseFarAway(handoff: Temporal.Instant, at: Temporal.Instant): void {
  if (isBefore(handoff, at.subtract({ hours: 24 * daysLate })))
    throw new Invalid(`This handoff was more than ${daysLate} days ago.`, "handoffAt");
  if (isBefore(at.add({ hours: 24 * daysAhead }), handoff))
    throw new Invalid(`This handoff is more than ${daysAhead} days ahead.`, "handoffAt");
}

async function findNote(tx: Tx, rotation: LockedRotation, at: Temporal.Instant): Promise<Note | undefined> {
  const isWanted = and(eq(handoffNotes.rotationId, rotation.id), eq(handoffNotes.handoffAt, at));
  const [note] = await tx.select().from(handoffNotes).where(isWanted);
  return note;
}

const isSaid = (note: Words, words: Words) =>
  note.openAlerts === words.openAlerts && note.worries === words.worries && note.tryFirst === words.tryFirst;
