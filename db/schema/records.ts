import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";
import { teams } from "#db/schema/teams";

/** A person's own words to a line of their ownership record, or to the whole of it. They may erase them. */
export const recordNotes = pgTable(
  "record_notes",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Which line, as `lib/records/lines` names it, e.g. `alert:` and its id; null: the whole record. */
    line: text(),
    text: text().notNull(),
    writtenAt: instant().notNull(),
  },
  (t) => [
    check("record_notes_say_something", sql`${t.text} ~ '\\S' and length(${t.text}) <= 10000`),
    uniqueIndex("record_notes_one_a_line").on(t.personId, sql`coalesce(${t.line}, '')`),
  ],
);

/** Somebody whom a person lets read their record, until they withdraw that. */
export const recordShares = pgTable(
  "record_shares",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    readerId: uuid()
      .notNull()
      .references(() => people.id),
    sharedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    check("record_shares_are_with_somebody_else", sql`${t.personId} <> ${t.readerId}`),
    uniqueIndex("record_shares_once").on(t.personId, t.readerId).where(sql`${t.withdrawnAt} is null`),
    index("record_shares_with").on(t.readerId),
  ],
);

/** Who else opened a record, when, how, and by what right. The person sees it; rows are only ever added. */
export const recordReads = pgTable(
  "record_reads",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    readerId: uuid()
      .notNull()
      .references(() => people.id),
    right: text({ enum: ["manager", "shared"] }).notNull(),
    /** The person's team through which the reader is their manager. */
    teamId: uuid().references(() => teams.id),
    way: text({ enum: ["screen", "export", "api"] }).notNull(),
    at: instant().notNull(),
  },
  (t) => [
    check("record_reads_right_is_known", sql`${t.right} in ('manager', 'shared')`),
    check("record_reads_way_is_known", sql`${t.way} in ('screen', 'export', 'api')`),
    check("record_reads_by_managers_name_a_team", sql`(${t.right} = 'manager') = (${t.teamId} is not null)`),
    index("record_reads_of_person").on(t.personId, t.at),
    index("record_reads_by_reader").on(t.readerId),
  ],
);

/** When a person was told that somebody is their manager. Before that nobody opens their record as one. */
export const managerTellings = pgTable(
  "manager_tellings",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    managerId: uuid()
      .notNull()
      .references(() => people.id),
    toldAt: instant().notNull(),
    /** When it ended, so that whoever becomes their manager again is told again. */
    endedAt: instant(),
    id: id(),
  },
  (t) => [
    check("manager_tellings_are_about_somebody_else", sql`${t.personId} <> ${t.managerId}`),
    uniqueIndex("manager_tellings_once").on(t.personId, t.managerId).where(sql`${t.endedAt} is null`),
    index("manager_tellings_of_manager").on(t.managerId),
  ],
);

/** What the organisation expects of a level, in its own words. No verdict is ever computed from it. */
export const criteria = pgTable(
  "criteria",
  {
    id: id(),
    /** What the organisation calls the level, e.g. `Senior`. */
    level: text().notNull(),
    text: text().notNull(),
    position: smallint().notNull(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    retiredAt: instant(),
  },
  (t) => [
    check("criteria_level_says_something", sql`${t.level} ~ '\\S' and length(${t.level}) <= 100`),
    check("criteria_say_something", sql`${t.text} ~ '\\S' and length(${t.text}) <= 4000`),
  ],
);

/** A line of a record that speaks to an expectation, as the person or a manager of theirs pointed out. */
export const criterionLinks = pgTable(
  "criterion_links",
  {
    criterionId: uuid()
      .notNull()
      .references(() => criteria.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    line: text().notNull(),
    byId: uuid()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.criterionId, t.personId, t.line] }),
    index("criterion_links_of_person").on(t.personId),
    index("criterion_links_by").on(t.byId),
  ],
);
