import "server-only";
import type { Tx } from "#db/client";
import { alertEntries } from "#db/schema";
import type { EntryDetail } from "#lib/alerts/entry-kinds";

/** Who writes a line: a person, or a sender or the pager by name. */
export type EntryAuthor = { personId: string | null; name: string };

export type NewEntry = { alertId: string; by: EntryAuthor } & EntryDetail;

/** The pager, as timelines name it. */
export const pager: EntryAuthor = { personId: null, name: "Watchbill" };

/** Adds lines to timelines in the transaction of what they tell, in the order given. */
export async function recordEntries(tx: Tx, at: Temporal.Instant, entries: readonly NewEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += 1_000) {
    const rows = entries.slice(start, start + 1_000).map(({ alertId, by, kind, ...detail }) => ({
      ...{ alertId, at, personId: by.personId, actor: by.name, kind, detail },
    }));
    await tx.insert(alertEntries).values(rows);
  }
}
