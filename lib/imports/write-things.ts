import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client";
import { entries, people, services, teams } from "#db/schema";
import type { Draft } from "#lib/imports/catalog-draft";
import type { Noun } from "#lib/imports/entity-kinds";
import { emptyRow } from "#lib/imports/layout";

const tables: Record<Noun, PgTable> = { service: services, entry: entries, team: teams, person: people };
const noted: Record<Noun, boolean> = { service: true, entry: true, team: false, person: false };
const types: Record<string, string> = {
  ...{ tier: "smallint", customerFacing: "boolean", links: "jsonb", retiredAt: "timestamptz" },
  ...{
    deliveryTeamId: "uuid",
    opsTeamId: "uuid",
    systemId: "uuid",
    partOfId: "uuid",
    ownerTeamId: "uuid",
    parentId: "uuid",
  },
};

/** Brings the rows of things that are there to what the drafts say, one statement for each noun. */
export async function updateThings(tx: Tx, things: readonly Draft[], at: Temporal.Instant): Promise<void> {
  for (const noun of Object.keys(tables) as Noun[]) {
    const rows = things.filter((thing) => thing.noun === noun);
    if (rows.length > 0) await tx.execute(updateOf(noun, rows, at));
  }
}

function updateOf(noun: Noun, things: readonly Draft[], at: Temporal.Instant): SQL {
  const columns = Object.keys(emptyRow(noun)).filter((column) => !(noun === "entry" && column === "kind"));
  const assignments = columns.map((column) => sql.raw(`"${inSnakeCase(column)}" = r."${inSnakeCase(column)}"`));
  const record = columns.map((column) => sql.raw(`"${inSnakeCase(column)}" ${types[column] ?? "text"}`));
  const changedAt = noted[noun] ? sql`, changed_at = ${at.toString()}::timestamptz` : sql``;
  const json = JSON.stringify(
    things.map(({ id, row }) => ({
      id,
      ...Object.fromEntries(columns.map((column) => [inSnakeCase(column), row[column] ?? null])),
    })),
  );
  return sql`update ${tables[noun]} as t set ${sql.join(assignments, sql`, `)}${changedAt}
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, ${sql.join(record, sql`, `)}) where t.id = r.id`;
}

const inSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
