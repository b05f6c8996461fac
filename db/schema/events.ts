import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/columns";
import { people } from "#db/schema/people";

/** Kinds of events by which a service becomes another one than it was. */
export const changesOfAService = [
  "service.edited",
  "service.transferred",
  "service.retired",
  "service.restored",
  "service.dependency-added",
  "service.dependency-removed",
] as const;

/** The audit history. Rows are only ever added: the database itself refuses to change or remove one. */
export const events = pgTable(
  "events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    /** The person who did it; null for a service token, an import or the server itself, which `actor` names. */
    personId: uuid().references(() => people.id),
    actor: text().notNull(),
    kind: text().notNull(),
    /** The things it is about: ids of services, teams, people, entries, tokens. */
    about: uuid().array().notNull(),
    /** What changed, as `EventDetail` of `lib/events`. Never a private reason, a contact or a secret. */
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    index("events_about").using("gin", t.about).with({ fastupdate: false }),
    index("events_by_time").on(sql`${t.at} desc`, sql`${t.id} desc`),
    // What may put documents in doubt: changes of one service since an instant. The service comes first in `about`.
    index("events_that_change_a_service")
      .on(sql`(${t.about}[1])`, t.at)
      .where(sql`${t.kind} in (${sql.raw(changesOfAService.map((kind) => `'${kind}'`).join(", "))})`),
  ],
);
