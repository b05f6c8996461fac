import "server-only";
import type { Tx } from "#db/client";
import { alertEntries } from "#db/schema";
import type { EntryDetail } from "#lib/alerts/entry-kinds";
import { insertRows } from "#lib/imports/bulk-rows";

/** Who writes a line: a person, or a sender or the pager by name. */
export type EntryAuthor = { personId: string | null; name: string };

export type NewEntry = { alertId: string; by: EntryAuthor } & EntryDetail;

/** The pager, as timelines name it. */
export const pager: EntryAuthor = { personId: null, name: "Watchbill" };

/** Adds lines to timelines in the transaction of what they tell, in the order given. */
export async function recordEntries(tx: Tx, at: Temporal.Instant, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.map(({ alertId, by, kind, ...detail }) => ({
    ...{ alertId, at, personId: by.personId, actor: by.name, kind, detail },
  }));
  await insertRows(tx, alertEntries, rows);
}
