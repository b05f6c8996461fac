import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";
import { rotations } from "#db/schema/rotations";
import { entries, services } from "#db/schema/services";
import { teams } from "#db/schema/teams";

/** A field as its source last had it, and the hand-made value that a later change of the source replaced. */
export type ImportedField = {
  value: unknown;
  /** What the descriptor says, where `value` is our reading of it: lifecycle "beta" is read as experimental. */
  written?: unknown;
  replaced?: { value: unknown; at: string };
};

/** A descriptor that could not be loaded; `document` counts from 1 within its file, `line` is the one to blame. */
export type RejectedDocument = { source: string; document: number; line: number; reason: string };
/** Something left out of a descriptor that was loaded all the same. */
export type ImportNote = { source: string; line: number; note: string };
/** What an import does, or would do, to one thing. */
export type ImportDifference = {
  reference: string;
  name: string;
  outcome: "created" | "changed" | "retired" | "restored";
  changes: { field: string; before: unknown; after: unknown }[];
};

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
    /** The thing was here before its descriptor: pruning lets go of it instead of retiring it. */
    isAdopted: boolean().notNull().default(false),
    /** Set when pruning found the descriptor gone: its return brings back the thing. */
    vanishedAt: instant(),
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

/** What each descriptor of a rotation or an escalation path said last time, and the rotation, or the service with the path. */
export const importedWatches = pgTable(
  "imported_watches",
  {
    /** `rotation:default/nights`, `escalationpath:default/checkout`. */
    reference: text().primaryKey(),
    source: text().notNull(),
    location: text().notNull(),
    line: integer().notNull(),
    fields: jsonb().$type<Record<string, unknown>>().notNull(),
    rotationId: uuid().references(() => rotations.id),
    serviceId: uuid().references(() => services.id),
    /** It was here before its descriptor: pruning lets go of it. */
    isAdopted: boolean().notNull(),
    importedAt: instant().notNull(),
  },
  (t) => [
    check("imported_watches_are_of_one_thing", sql`num_nonnulls(${t.rotationId}, ${t.serviceId}) = 1`),
    index("imported_watches_by_source").on(t.source),
    index("imported_watches_of_rotation").on(t.rotationId),
    index("imported_watches_of_service").on(t.serviceId),
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
    isDryRun: boolean().notNull().default(false),
    prunes: boolean().notNull().default(false),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    created: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    retired: integer().notNull().default(0),
    rejected: jsonb().$type<RejectedDocument[]>().notNull().default([]),
    notes: jsonb().$type<ImportNote[]>().notNull().default([]),
    /** Kept for dry runs only; a real run's differences are events. */
    differences: jsonb().$type<ImportDifference[]>().notNull().default([]),
    /** The uploaded files of a dry run, until they are imported or another upload replaces them. */
    upload: jsonb().$type<{ name: string; text: string }[]>(),
    failure: text(),
  },
  (t) => [index("import_runs_by_time").on(sql`${t.startedAt} desc`)],
);
