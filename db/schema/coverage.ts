import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";
import { services } from "#db/schema/services";
import { teams } from "#db/schema/teams";

/** What was found of one check: `says` in words, `at` the ISO instant of the newest thing that it rests on, if any. */
export type StoredCheck = { check: string; state: "met" | "not_met" | "not_measured"; says: string; at: string | null };

/**
 * How far a service was truly owned over `[startsAt, endsAt)`, as it was measured then. A new one is written only when
 * something was found otherwise than before. Bit n of `met` and `notMet` stands for check n of `lib/coverage/checks`.
 */
export const coverageSnapshots = pgTable(
  "coverage_snapshots",
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    startsAt: instant().notNull(),
    /** Null: it still holds, as far as anybody has measured. */
    endsAt: instant(),
    /** Who delivered it then. */
    deliveryTeamId: uuid().references(() => teams.id),
    /** How many of the four levels it had reached. */
    level: smallint().notNull(),
    met: integer().notNull(),
    notMet: integer().notNull(),
    checks: jsonb().$type<StoredCheck[]>().notNull(),
  },
  (t) => [
    check("coverage_snapshots_level_is_known", sql`${t.level} between 0 and 4`),
    check("coverage_snapshots_end_after_they_start", sql`${t.endsAt} > ${t.startsAt}`),
    check("coverage_snapshots_are_one_thing_or_the_other", sql`${t.met} & ${t.notMet} = 0`),
    uniqueIndex("coverage_snapshots_one_holds").on(t.serviceId).where(sql`${t.endsAt} is null`),
    index("coverage_snapshots_of_service").on(t.serviceId, t.startsAt),
    // The matrix reads all that hold, without their words.
    index("coverage_snapshots_that_hold")
      .on(t.deliveryTeamId, t.serviceId, t.level, t.met, t.notMet)
      .where(sql`${t.endsAt} is null`),
  ],
);

/** The daily runs in which every service was measured. Before the first one nothing is known. */
export const coverageRuns = pgTable("coverage_runs", {
  /** The day in UTC: one run a day, whichever replica comes first. */
  day: date({ mode: "string" }).primaryKey(),
  /** The instant as of which it measured. */
  at: instant().notNull(),
  finishedAt: instant(),
});

/** What a day's run counted for one delivery team, or for the services that nobody owns. */
export const coverageTallies = pgTable(
  "coverage_tallies",
  {
    id: id(),
    day: date({ mode: "string" }).notNull(),
    teamId: uuid().references(() => teams.id),
    services: integer().notNull(),
    /** How many services stand at level 0 to 4. */
    levels: integer().array().notNull(),
    /** How many met, and how many did not meet, each check, in the order of `lib/coverage/checks`. */
    met: integer().array().notNull(),
    notMet: integer().array().notNull(),
  },
  (t) => [
    uniqueIndex("coverage_tallies_one_a_day").on(t.day, sql`coalesce(${t.teamId}::text, '')`),
    index("coverage_tallies_of_team").on(t.teamId, t.day),
  ],
);

export const findingKinds = [
  "unowned-service",
  "single-expert",
  "small-rotation",
  "coming-gap",
  "holds-too-much",
  "senior-without-rotation",
] as const;

/** What the last run found that asks for a conversation or for work. Those about a person only their managers see. */
export const coverageFindings = pgTable(
  "coverage_findings",
  {
    id: id(),
    kind: text({ enum: findingKinds }).notNull(),
    teamId: uuid().references(() => teams.id),
    serviceId: uuid().references(() => services.id),
    rotationId: uuid(),
    personId: uuid().references(() => people.id),
    says: text().notNull(),
    at: instant().notNull(),
    /** When what it speaks of begins, e.g. a gap. */
    from: instant(),
    to: instant(),
  },
  (t) => [
    check(
      "coverage_findings_kind_is_known",
      sql`${t.kind} in (${sql.raw(findingKinds.map((kind) => `'${kind}'`).join(", "))})`,
    ),
    index("coverage_findings_of_team").on(t.teamId, t.kind),
    index("coverage_findings_of_person").on(t.personId),
  ],
);
