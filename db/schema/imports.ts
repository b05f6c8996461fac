import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.ts";
import { people } from "./people.ts";
import { entries, services } from "./services.ts";
import { teams } from "./teams.ts";

/** A field as its source last had it, and the hand-made value that a later change of the source replaced. */
export type ImportedField = { value: unknown; replaced?: { value: unknown; at: string } };

/** What each descriptor said last time, by entity reference (`component:default/checkout`), and what became of it. */
export const importedEntities = pgTable(
  "imported_entities",
  {
    reference: text().primaryKey(),
    /** Groups descriptors for pruning: the root that was imported, or the name given over HTTP. */
    source: text().notNull(),
    /** The file or address, and the line where the document begins. */
    location: text().notNull(),
    line: integer().notNull(),
    /** SHA-256 of the canonical form: the same digest means nothing to do. */
    digest: text().notNull(),
    fields: jsonb().$type<Record<string, ImportedField>>().notNull(),
    serviceId: uuid().references(() => services.id),
    teamId: uuid().references(() => teams.id),
    personId: uuid().references(() => people.id),
    entryId: uuid().references(() => entries.id),
    importedAt: instant().notNull(),
  },
  (t) => [
    index("imported_entities_by_source").on(t.source),
    index("imported_entities_of_service").on(t.serviceId),
    index("imported_entities_of_team").on(t.teamId),
    index("imported_entities_of_person").on(t.personId),
    index("imported_entities_of_entry").on(t.entryId),
  ],
);

/** References to things that are not here (yet). They heal when the thing arrives. */
export const danglingReferences = pgTable(
  "dangling_references",
  {
    /** The entity that speaks, and the field in which it does. */
    reference: text()
      .notNull()
      .references(() => importedEntities.reference, { onDelete: "cascade" }),
    field: text().notNull(),
    target: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reference, t.field, t.target] }),
    index("dangling_references_by_target").on(t.target),
  ],
);

/** One run of an import, for the administrator's screen: its progress and what came of it. */
export const importRuns = pgTable(
  "import_runs",
  {
    id: id(),
    source: text().notNull(),
    personId: uuid().references(() => people.id),
    actor: text().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    created: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    retired: integer().notNull().default(0),
    rejected: jsonb()
      .$type<{ source: string; document: number; line: number; reason: string }[]>()
      .notNull()
      .default([]),
    failure: text(),
  },
  (t) => [index("import_runs_by_time").on(sql`${t.startedAt} desc`)],
);
