import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { alerts } from "#db/schema/alerts";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";
import { services } from "#db/schema/services";

/** A rehearsal: a marked alert of a service, raised for those who agreed to be paged, and what it measured. */
export const drills = pgTable(
  "drills",
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => services.id),
    /** What is played, in the words of whoever planned it. */
    scenario: text().notNull(),
    plannedById: uuid()
      .notNull()
      .references(() => people.id),
    plannedAt: instant().notNull(),
    /** The alert, once it was raised. */
    alertId: uuid()
      .unique()
      .references(() => alerts.id),
    raisedAt: instant(),
    calledOffAt: instant(),
    /** What it showed, in words. */
    learnt: text(),
  },
  (t) => [
    check("drills_scenario_says_something", sql`${t.scenario} ~ '\\S' and length(${t.scenario}) <= 2000`),
    check("drills_are_raised_with_an_alert", sql`(${t.alertId} is null) = (${t.raisedAt} is null)`),
    check("drills_end_one_way", sql`num_nonnulls(${t.raisedAt}, ${t.calledOffAt}) <= 1`),
    index("drills_of_service").on(t.serviceId, t.plannedAt),
  ],
);

/** Who was asked to take part in a drill, and whether they agreed: nobody else is paged by it. */
export const drillPeople = pgTable(
  "drill_people",
  {
    drillId: uuid()
      .notNull()
      .references(() => drills.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    askedAt: instant().notNull(),
    agreedAt: instant(),
    declinedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.drillId, t.personId] }),
    check("drill_people_answer_one_way", sql`num_nonnulls(${t.agreedAt}, ${t.declinedAt}) <= 1`),
    index("drill_people_by_person").on(t.personId),
  ],
);
