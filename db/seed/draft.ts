import { eq, getTableColumns, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Handle } from "#db/client";
import * as schema from "#db/schema";

/** A row as it is stored: every column that the database does not compute, none left to a default. */
export type Row<Table extends PgTable> = Required<Table["$inferInsert"]>;

type Stored = Record<string, unknown>;
type Thing = PgTable & { id: AnyPgColumn };
type Change = { table: Thing; id: string; patch: Stored };

/** Rows that are being made up, to be written together. The factories of this folder fill it; `save` writes it. */
export type Draft = {
  add<Table extends PgTable>(table: Table, row: Row<Table>): void;
  /** Changes `row` and, where an earlier draft wrote it, the named columns in the database. */
  change<Table extends Thing>(table: Table, row: Row<Table> & { id: string }, patch: Partial<Row<Table>>): void;
  /** What waits to be written of one table, in the order in which it was added. */
  all<Table extends PgTable>(table: Table): Row<Table>[];
  /** Writes everything, all of it or nothing, and empties the draft. */
  save(handle: Handle): Promise<void>;
};

// Each table comes after those that it refers to; things come before what is said of them.
const things = [
  schema.people,
  schema.teams,
  schema.entries,
  schema.services,
  schema.rotations,
  schema.documents,
  schema.signatures,
  schema.alertRules,
  schema.contactMethods,
  schema.alerts,
  schema.pages,
  schema.drills,
  schema.criteria,
] as const;
const spans = [
  schema.memberships,
  schema.ownerships,
  schema.deactivations,
  schema.rotationVersions,
  schema.coverRequests,
  schema.overrides,
  schema.documentRevisions,
] as const;
const said = [
  schema.absences,
  schema.shadows,
  schema.readinessMarks,
  schema.handoffNotes,
  schema.escalationPaths,
  schema.calendarFeeds,
  schema.experts,
  schema.stars,
  schema.dependencies,
  schema.formerAddresses,
  schema.recentThings,
  schema.apiTokens,
  schema.importedEntities,
  schema.danglingReferences,
  schema.importRuns,
  schema.documentReviews,
  schema.stepMarks,
  schema.suggestions,
  schema.follows,
  schema.documentSections,
  schema.documentMentions,
  schema.searchWords,
  schema.notifications,
  schema.notificationSettings,
  schema.briefingReads,
  schema.alertReviews,
  schema.maintenanceWindows,
  schema.intakeKeys,
  schema.intakeNames,
  schema.changes,
  schema.heartbeats,
  schema.signatureMatches,
  schema.drillPeople,
  schema.coverageSnapshots,
  schema.coverageRuns,
  schema.coverageTallies,
  schema.coverageFindings,
  schema.recordNotes,
  schema.recordShares,
  schema.recordReads,
  schema.managerTellings,
  schema.criterionLinks,
] as const;

export function newDraft(): Draft {
  const rows = new Map<PgTable, Stored[]>();
  const fresh = new Set<string>();
  let changes: Change[] = [];

  return {
    add(table, row) {
      const known = rows.get(table);
      if (known) known.push(row);
      else rows.set(table, [row]);
      if ("id" in row) fresh.add(row.id as string);
    },
    change(table, row, patch) {
      Object.assign(row, patch);
      if (!fresh.has(row.id)) changes.push({ table, id: row.id, patch });
    },
    all: <Table extends PgTable>(table: Table) => [...(rows.get(table) ?? [])] as Row<Table>[],
    save: (handle) =>
      handle.transaction(async (tx) => {
        for (const table of things) await insertRows(tx, table, rows.get(table));
        // Before the spans: one that ends makes room for the next.
        for (const { table, id, patch } of changes) await tx.update(table).set(patch).where(eq(table.id, id));
        for (const table of [...spans, ...said]) await insertRows(tx, table, rows.get(table));
        for (const table of [schema.events, schema.alertEntries]) await insertRows(tx, table, inOrder(rows.get(table)));
        rows.clear();
        fresh.clear();
        changes = [];
      }),
  };
}

/** Rows that one statement carries; they travel as one JSON text, so that no limit on parameters applies. */
const rowsAtOnce = 5_000;

async function insertRows(handle: Handle, table: PgTable, rows: readonly Stored[] = []): Promise<void> {
  const columns = storedColumns(table);
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const records = rows
      .slice(start, start + rowsAtOnce)
      .map((row) => Object.fromEntries(columns.map(({ key, name }) => [name, row[key]])));
    await handle.execute(
      sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::text::jsonb)`,
    );
  }
}

function storedColumns(table: PgTable): { key: string; name: string }[] {
  return Object.entries(getTableColumns(table))
    .filter(([, column]) => !column.generated && !column.generatedIdentity)
    .map(([key]) => ({ key, name: toSnakeCase(key) }));
}

/** History is written in the order in which it happened, so that its ids tell that order too. */
function inOrder(events: readonly Stored[] = []): Stored[] {
  return events.toSorted((a, b) => Temporal.Instant.compare(a.at as Temporal.Instant, b.at as Temporal.Instant));
}
