import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";

/** A team's working hours: `from` and `to` are `HH:MM` in `timeZone`, on each of `weekdays`. */
export type StoredWorkingHours = { timeZone: string; weekdays: string[]; from: string; to: string };

export const teams = pgTable(
  "teams",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text(),
    kind: text({ enum: ["delivery", "ops"] }).notNull(),
    parentId: uuid().references((): AnyPgColumn => teams.id),
    managerId: uuid().references(() => people.id),
    /** A channel name or the address of one. */
    chat: text(),
    /** When the team works, in wall-clock times of a zone; null when nobody has said. */
    workingHours: jsonb().$type<StoredWorkingHours>(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    check("teams_slug_is_url_safe", sql`${t.slug} ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'`),
    check("teams_name_says_something", sql`${t.name} ~ '\\S'`),
    check("teams_kind_is_known", sql`${t.kind} in ('delivery', 'ops')`),
    check("teams_are_not_their_own_parent", sql`${t.parentId} <> ${t.id}`),
    index("teams_by_name_trigram")
      .using("gin", sql`lower(${t.name} || ' ' || ${t.slug}) gin_trgm_ops`)
      .with({ fastupdate: false }),
    index("teams_by_name").on(sql`lower(${t.name})`, t.id),
    index("teams_by_parent").on(t.parentId),
    index("teams_by_manager").on(t.managerId),
  ],
);

/** Who belonged to which team, in which role, over `[startsAt, endsAt)`. The spans of one person in one team never overlap. */
export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: text({ enum: ["member", "lead"] }).notNull(),
    startsAt: instant().notNull(),
    endsAt: instant(),
  },
  (t) => [
    check("memberships_role_is_known", sql`${t.role} in ('member', 'lead')`),
    check("memberships_end_after_they_start", sql`${t.endsAt} >= ${t.startsAt}`),
    index("memberships_of_team").on(t.teamId),
    index("memberships_of_person").on(t.personId),
  ],
);
