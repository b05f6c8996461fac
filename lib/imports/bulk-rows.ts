import "server-only";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client";

const chunkSize = 1_000;

export function* chunksOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += chunkSize) yield items.slice(start, start + chunkSize);
}

/**
 * Inserts many rows that all have the same columns, as one JSON parameter for each statement: building a statement
 * with a parameter for each value takes longer than the database needs to store them.
 */
export async function insertRows(tx: Tx, table: PgTable, rows: readonly object[], conflict = sql``): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = sql.join(columns.map(nameOf), sql`, `);
  for (const chunk of chunksOf(rows)) {
    const records = recordsOf(table, columns, chunk);
    await tx.execute(sql`insert into ${table} (${names}) select ${names} from ${records} ${conflict}`);
  }
}

/** Sets every column but `id` of the rows that are there, by their `id`. All rows have the same columns. */
export async function updateRows(tx: Tx, table: PgTable, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const changed = columns
    .filter((column) => column !== "id")
    .map((column) => sql`${nameOf(column)} = r.${nameOf(column)}`);
  for (const chunk of chunksOf(rows)) {
    const records = recordsOf(table, columns, chunk);
    await tx.execute(sql`update ${table} as t set ${sql.join(changed, sql`, `)} from ${records} where t.id = r.id`);
  }
}

function recordsOf(table: PgTable, columns: readonly string[], rows: readonly object[]): SQL {
  const known = getTableColumns(table);
  const types = columns.map((column) => sql`${nameOf(column)} ${sql.raw(known[column]?.getSQLType() ?? "text")}`);
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [inSnakeCase(key), value])),
  );
  return sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(${sql.join(types, sql`, `)})`;
}

const nameOf = (column: string) => sql.identifier(inSnakeCase(column));
const inSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
