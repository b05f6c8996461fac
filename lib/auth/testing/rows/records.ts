import { db } from "#db/client";
import { recordNotes, recordShares } from "#db/schema";
import { everyPerson, type Rows, unique } from "#lib/auth/testing/roles";
import * as notes from "#lib/records/note-commands";
import * as shares from "#lib/records/share-commands";

/** Everybody has a record of their own, and nobody another's: whoever asks is the one whose record it is. */
export const recordsRows: Rows = {
  "records/note-commands.writeNote": {
    may: everyPerson,
    run: (viewer) => notes.writeNote(viewer, { line: null, text: unique() }),
  },
  "records/note-commands.eraseNote": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, { delivery }) => {
      const note = {
        personId: delivery.member.id,
        line: null,
        text: unique(),
        writtenAt: Temporal.Instant.from("2026-03-02T09:00Z"),
      };
      await db().insert(recordNotes).values(note).onConflictDoNothing();
      return notes.eraseNote(viewer, { line: null });
    },
  },
  "records/share-commands.shareRecord": {
    may: everyPerson,
    run: (viewer, { newcomer }) => shares.shareRecord(viewer, { reader: newcomer.email ?? "" }),
  },
  "records/share-commands.withdrawShare": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, { delivery, expert }) => {
      const share = {
        personId: delivery.member.id,
        readerId: expert.id,
        sharedAt: Temporal.Instant.from("2026-03-02T09:00Z"),
      };
      await db().delete(recordShares);
      const [made] = await db().insert(recordShares).values(share).returning();
      return shares.withdrawShare(viewer, { share: made?.id ?? "" });
    },
  },
};
