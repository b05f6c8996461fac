import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";

export const people = pgTable(
  "people",
  {
    id: id(),
    /** Lower case. Without one (an imported user, say) nobody can sign in as this person. */
    email: text().unique(),
    /** The name by which descriptors speak of this person. */
    handle: text().unique(),
    name: text().notNull(),
    title: text(),
    /** An IANA zone; null when nobody has said. */
    timeZone: text(),
    /** The waking hours, wall-clock times `HH:MM` in this person's zone; null when nobody has said. */
    wakesAt: text(),
    sleepsAt: text(),
    /** Whose public holidays count: a country, or one of its regions, as in `PT` or `DE-BE`. */
    holidayRegion: text(),
    isAdministrator: boolean().notNull().default(false),
    deactivatedAt: instant(),
    /** Sessions that began before this instant are over ("sign out everywhere"). */
    signedOutAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    check("people_email_is_lower_case", sql`${t.email} = lower(${t.email}) and ${t.email} like '%_@_%'`),
    check("people_can_be_addressed", sql`num_nonnulls(${t.email}, ${t.handle}) > 0`),
    check("people_handle_is_url_safe", sql`${t.handle} ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'`),
    check("people_name_says_something", sql`${t.name} ~ '\\S'`),
    check("people_waking_hours_are_whole", sql`num_nonnulls(${t.wakesAt}, ${t.sleepsAt}) in (0, 2)`),
    check(
      "people_waking_hours_are_times",
      sql`${t.wakesAt} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ${t.sleepsAt} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ${t.wakesAt} <> ${t.sleepsAt}`,
    ),
    check("people_holiday_region_is_a_code", sql`${t.holidayRegion} ~ '^[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}$'`),
    index("people_by_name_trigram").using("gin", sql`lower(${t.name}) gin_trgm_ops`).with({ fastupdate: false }),
    index("people_by_text_trigram")
      .using(
        "gin",
        sql`lower(${t.name} || ' ' || coalesce(${t.email}, '') || ' ' || coalesce(${t.handle}, '')) gin_trgm_ops`,
      )
      .with({ fastupdate: false }),
    index("people_by_name").on(sql`lower(${t.name})`, t.id),
  ],
);

/** What a person opened lately; the palette offers these first. `thing` is the id of a service, team or person. */
export const recentThings = pgTable(
  "recent_things",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    noun: text({ enum: ["service", "team", "person", "rotation"] }).notNull(),
    thing: uuid().notNull(),
    seenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.noun, t.thing] }),
    index("recent_things_by_time").on(t.personId, t.seenAt),
  ],
);

/** The spans `[startsAt, endsAt)` in which a person was deactivated; the present one is open. They never overlap. */
export const deactivations = pgTable(
  "deactivations",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    startsAt: instant().notNull(),
    endsAt: instant(),
  },
  (t) => [
    check("deactivations_end_after_they_start", sql`${t.endsAt} >= ${t.startsAt}`),
    index("deactivations_of_person").on(t.personId),
  ],
);

/** When a person is away. The reason is given only if they want to; the team and its lead see it, and they may erase it. */
export const absences = pgTable(
  "absences",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    reason: text(),
    createdAt: instant().notNull(),
    createdById: uuid().references(() => people.id),
  },
  (t) => [
    check("absences_end_after_they_start", sql`${t.endsAt} > ${t.startsAt}`),
    index("absences_of_person").on(t.personId, t.endsAt),
  ],
);
