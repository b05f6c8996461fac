import "server-only";
import type { Tx } from "#db/client";
import { events } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import type { EventDetail } from "#lib/event-kinds";

/** An event and the ids of the things whose history shows it. */
export type EventInput = { about: readonly (string | null | undefined)[] } & EventDetail;

/** Writes one line of history in the transaction of the change itself. */
export function recordEvent(tx: Tx, viewer: Viewer, at: Temporal.Instant, event: EventInput): Promise<void> {
  return recordEvents(tx, viewer, at, [event]);
}

/** The same for many at once, in the order given. */
export async function recordEvents(
  tx: Tx,
  viewer: Viewer,
  at: Temporal.Instant,
  inputs: readonly EventInput[],
): Promise<void> {
  for (let start = 0; start < inputs.length; start += 1_000) {
    const rows = inputs.slice(start, start + 1_000).map(({ about, kind, ...detail }) => ({
      at,
      personId: viewer.personId,
      actor: viewer.name,
      kind,
      about: [...new Set(about.filter((thing) => thing != null))],
      detail,
    }));
    await tx.insert(events).values(rows);
  }
}
