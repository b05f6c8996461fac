import { z } from "zod";
import { isStorable, PersonAddress } from "#lib/fields";
import { isLineKey } from "#lib/records/lines";

/** A line of the record as the record names it; empty for the whole of it. */
const Line = z
  .string()
  .max(200)
  .refine((text) => text === "" || isLineKey(text), "There is no such line.")
  .transform((text) => text || null)
  .nullable()
  .default(null);

export const OneNote = z.object({ line: Line });
export type OneNote = z.output<typeof OneNote>;

export const WriteNoteInput = OneNote.extend({
  text: z
    .string()
    .trim()
    .min(1, "Write something, or erase the note.")
    .max(10_000, "Use at most 10,000 characters.")
    .refine(isStorable, "Leave out characters that are no text."),
});
export type WriteNoteInput = z.output<typeof WriteNoteInput>;

export const ShareRecordInput = z.object({ reader: PersonAddress });
export type ShareRecordInput = z.output<typeof ShareRecordInput>;

export const OneShare = z.object({ share: z.guid("There is no such share.") });
export type OneShare = z.output<typeof OneShare>;
