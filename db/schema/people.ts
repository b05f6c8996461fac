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
    noun: text({ enum: ["service", "team", "person"] }).notNull(),
    thing: uuid().notNull(),
    seenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.noun, t.thing] }),
    index("recent_things_by_time").on(t.personId, t.seenAt),
  ],
);
