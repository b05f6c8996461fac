"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { OneNote, OneShare, ShareRecordInput, WriteNoteInput } from "#lib/records/inputs";
import { eraseNote, writeNote } from "#lib/records/note-commands";
import { shareRecord, withdrawShare } from "#lib/records/share-commands";

/** `result` is what stood there before, so that it can be put back. */
export const writeNoteAction = formAction(WriteNoteInput, async (viewer, input) => {
  const before = await writeNote(viewer, input);
  refresh();
  return { message: before === null ? "Written." : "Changed.", result: { before } };
});

export const eraseNoteAction = formAction(OneNote, async (viewer, input) => {
  const before = await eraseNote(viewer, input);
  refresh();
  return { message: "Erased.", result: { before } };
});

export const shareRecordAction = formAction(ShareRecordInput, async (viewer, input) => {
  const name = await shareRecord(viewer, input);
  refresh();
  return { message: `${name} can read your record now, and was told.` };
});

export const withdrawShareAction = formAction(OneShare, async (viewer, input) => {
  const name = await withdrawShare(viewer, input);
  refresh();
  return { message: `${name} can read your record no more.` };
});
