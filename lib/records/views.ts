import type { LineKind } from "#lib/records/lines";

/** What one line says: a fact in words, after a term where several facts stand below each other. */
export type Saying = { term: string | null; words: string };

/** One line of a record. `key` stays the same for ever; `at` is the ISO instant of what it tells last. */
export type RecordLine = { key: string; title: string; href: string | null; says: Saying[]; at: string };

/** Lines of one kind, the latest first. `isCut`: there are more in the span than are shown. */
export type RecordSection = { kind: LineKind; title: string; note: string; lines: RecordLine[]; isCut: boolean };

/** A person's own words to a line, or to the whole record where `line` is null. */
export type RecordNote = { line: string | null; text: string; writtenAt: string };

/** What is drawn from where, in words. */
export const sources =
  "Drawn from what Watchbill holds: memberships and ownerships, rotations as they were stood, timelines of alerts, documents with their revisions, signatures, drills and daily measurements of coverage.";

/** Said on every form of a record. */
export const purpose =
  "This is evidence for a conversation, not a verdict: nothing here is a score, a rank or a comparison, and none is computed from it. The judgement is people's.";

/** What is never in it, so that a reader does not look for it. */
export const leftOut =
  "Leave, part-time and having been covered are not in it. What was done elsewhere is not in it either: the person's own words are the place for that.";

/** Said to whoever may not read a record, and of a person who is not there: nobody learns which of the two it is. */
export const noSuchRecord = "There is no such record here.";
