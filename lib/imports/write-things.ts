import "server-only";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client";
import { entries, people, services, teams } from "#db/schema";
import { chunksOf, insertRows, updateRows } from "#lib/imports/bulk-rows";
import type { CatalogDraft, Draft } from "#lib/imports/catalog-draft";
import { changedColumns } from "#lib/imports/differences";
import type { Noun } from "#lib/imports/entity-kinds";

/** How many things have been written since the last call. */
export type Progress = (count: number) => void;

const tables: Record<Noun, PgTable> = { person: people, team: teams, entry: entries, service: services };
/** What a thing is part of may itself be new and further down: such columns are set afterwards. */
const later = ["parentId", "partOfId"];

/** Inserts new things and updates changed ones, each noun after those that it refers to. */
export async function writeThings(
  tx: Tx,
  catalog: CatalogDraft,
  at: Temporal.Instant,
  progress: Progress,
): Promise<void> {
  const all = [...catalog.things.values()];
  for (const noun of Object.keys(tables) as Noun[]) {
    const created = all.filter((thing) => thing.noun === noun && !thing.before);
    for (const chunk of chunksOf(created)) {
      await insertRows(
        tx,
        tables[noun],
        chunk.map((thing) => newRow(thing, at)),
      );
      progress(chunk.length);
    }
  }
  for (const noun of Object.keys(tables) as Noun[]) {
    const changed = all.filter(
      (thing) => thing.noun === noun && (thing.before ? changedColumns(thing).length > 0 : hasLater(thing)),
    );
    for (const chunk of chunksOf(changed)) {
      await updateRows(
        tx,
        tables[noun],
        chunk.map((thing) => changedRow(thing, at)),
      );
      progress(chunk.filter(({ before }) => before).length);
    }
  }
}

const hasLater = ({ row }: Draft) => later.some((column) => row[column]);

function newRow({ noun, id, slug, row }: Draft, at: Temporal.Instant): object {
  const own = Object.fromEntries(Object.entries(row).filter(([column]) => !later.includes(column)));
  if (noun === "person") return { id, ...own, createdAt: at };
  return { id, slug, ...own, createdAt: at, ...changedAt(noun, at) };
}

const changedRow = ({ noun, id, row }: Draft, at: Temporal.Instant) => ({ id, ...row, ...changedAt(noun, at) });

const changedAt = (noun: Noun, at: Temporal.Instant) =>
  noun === "service" || noun === "entry" ? { changedAt: at } : {};
