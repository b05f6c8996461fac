import "server-only";
import { asc, eq } from "drizzle-orm";
import { db } from "#db/client";
import { recordNotes } from "#db/schema";
import { can, type Viewer } from "#lib/auth/policy";
import { composeSections } from "#lib/records/compose";
import { type CriterionLinkView, listCriterionLinks } from "#lib/records/criteria/queries";
import { admitReader, type ReadWay } from "#lib/records/reads";
import { findRecordRight, type RecordPerson, type RecordRight } from "#lib/records/right";
import { type RecordSpan, recordSpan } from "#lib/records/span";
import type { RecordNote, RecordSection } from "#lib/records/views";
import type { Span } from "#lib/rotations/rotation";

/** A person's ownership record as the reader may see it: evidence in words, and nothing that could rank anybody. */
export type RecordView = {
  person: RecordPerson;
  right: RecordRight;
  /** ISO instants, half-open; words name days and times of `timeZone`, the reader's. */
  from: string;
  to: string;
  timeZone: string;
  madeAt: string;
  sections: RecordSection[];
  /** The person's own words, to lines of other spans too. */
  notes: RecordNote[];
  /** Which lines speak to which expectation of the organisation. */
  links: CriterionLinkView[];
};

/** The record as its page shows it. */
export type RecordOfDays = RecordView & { days: Omit<RecordSpan, "span">; canNote: boolean; canLink: boolean };

type AskedDays = { from?: unknown; to?: unknown };

/**
 * Opens somebody's record for days of the reader's zone, the last two quarters unless said otherwise. Undefined for
 * whoever may not read it and where there is nobody. What another person opens, the person whose it is can see.
 */
export async function openRecord(
  viewer: Viewer,
  address: string,
  asked: AskedDays,
  way: ReadWay,
  at: Temporal.Instant,
): Promise<RecordOfDays | undefined> {
  const { span, ...days } = recordSpan(asked, viewer.timeZone, at);
  const record = await openRecordOf(viewer, address, span, way, at);
  const canWrite = can(viewer, "record:own", { personId: viewer.personId });
  return (
    record && {
      ...{ ...record, days },
      canNote: canWrite && record.right.kind === "self",
      canLink: canWrite && record.right.kind !== "shared",
    }
  );
}

/** The same for a span of instants, as programs ask. */
export async function openRecordOf(
  viewer: Viewer,
  address: string,
  span: Span,
  way: ReadWay,
  at: Temporal.Instant,
): Promise<RecordView | undefined> {
  const admitted = await admitReader(viewer, address, way, at);
  if (!admitted) return undefined;
  const { timeZone } = viewer;
  const { person, right } = admitted;
  const [sections, notes, links] = await Promise.all([
    composeSections({ personId: person.id, span, timeZone }),
    listNotes(person.id),
    listCriterionLinks(person.id),
  ]);
  const times = { from: span.from.toString(), to: span.to.toString(), madeAt: at.toString(), timeZone };
  return { person, right, ...times, sections, notes, links };
}

/** Whether the viewer may open this person's record now: decides whether a link to it is shown. Opens nothing. */
export async function mayOpenRecord(viewer: Viewer, address: string, at: Temporal.Instant): Promise<boolean> {
  return (await findRecordRight(viewer, address, at)) !== undefined;
}

/** The viewer, where the record at this address is their own; undefined for everybody else. */
export async function findOwnRecord(
  viewer: Viewer,
  address: string,
  at: Temporal.Instant,
): Promise<RecordPerson | undefined> {
  const admitted = await findRecordRight(viewer, address, at);
  return admitted?.right.kind === "self" ? admitted.person : undefined;
}

async function listNotes(personId: string): Promise<RecordNote[]> {
  const rows = await db()
    .select()
    .from(recordNotes)
    .where(eq(recordNotes.personId, personId))
    .orderBy(asc(recordNotes.writtenAt));
  return rows.map(({ line, text, writtenAt }) => ({ line, text, writtenAt: writtenAt.toString() }));
}
