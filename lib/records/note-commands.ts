import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { people, recordNotes } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, NotFound } from "#lib/errors";
import type { OneNote, WriteNoteInput } from "#lib/records/inputs";
import { noRecord } from "#lib/records/right";

// One's own words are private and can be erased. The history is for everybody and for ever, so it hears of none.

const mostNotes = 2_000;

/**
 * Writes the viewer's own words to a line of their record, or to the whole of it, in the place of those that were
 * there. Returns the words before, or null where there were none. Throws Forbidden, Conflict.
 */
export function writeNote(viewer: Viewer, { line, text }: WriteNoteInput, at = now()): Promise<string | null> {
  return inTransaction(async (tx) => {
    const personId = await lockOwner(tx, viewer);
    const before = await findNote(tx, personId, line);
    if (before === null) await refuseTooMany(tx, personId);
    await tx.execute(sql`
      insert into record_notes (person_id, line, text, written_at)
      values (${personId}::uuid, ${line}, ${text}, ${at.toString()}::timestamptz)
      on conflict (person_id, coalesce(line, '')) do update set text = excluded.text, written_at = excluded.written_at`);
    return before;
  });
}

/** Erases the viewer's words to a line, or to the whole of their record, and returns them. Throws NotFound, Forbidden. */
export function eraseNote(viewer: Viewer, { line }: OneNote): Promise<string> {
  return inTransaction(async (tx) => {
    const personId = await lockOwner(tx, viewer);
    const before = await findNote(tx, personId, line);
    if (before === null) throw new NotFound("There is no such note.");
    await tx.delete(recordNotes).where(isNote(personId, line));
    return before;
  });
}

/** Whose record it is, locked, so that two notes of theirs come one after the other. */
async function lockOwner(tx: Tx, viewer: Viewer): Promise<string> {
  authorize(viewer, "record:own", { personId: viewer.personId });
  const { personId } = viewer;
  if (personId === null) throw noRecord();
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("update");
  return personId;
}

async function findNote(tx: Tx, personId: string, line: string | null): Promise<string | null> {
  const [note] = await tx.select({ text: recordNotes.text }).from(recordNotes).where(isNote(personId, line));
  return note?.text ?? null;
}

const isNote = (personId: string, line: string | null) =>
  and(eq(recordNotes.personId, personId), line === null ? isNull(recordNotes.line) : eq(recordNotes.line, line));

async function refuseTooMany(tx: Tx, personId: string): Promise<void> {
  const count = await tx.$count(recordNotes, eq(recordNotes.personId, personId));
  if (count >= mostNotes)
    throw new Conflict(`A record holds at most ${mostNotes.toLocaleString("en")} notes: erase one first.`);
}
