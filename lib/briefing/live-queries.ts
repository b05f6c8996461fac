import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { uuids } from "#lib/order";
import { onShutdown } from "#lib/running-server";

/** What somebody who follows an alert is told: a version that differs from the last one, or nothing at all for a while. */
export type Listener = { tell(version: string): void; close(): void };

type Watched = { version: string | undefined; listeners: Set<Listener> };
type Watching = { alerts: Map<string, Watched>; timer: NodeJS.Timeout | undefined; isOver: boolean };

const lookEveryMilliseconds = 2_000;

// Route handlers share no module state with each other, but they share this.
const shared = globalThis as typeof globalThis & { watchbillStreams?: Watching };

/**
 * Tells `listener` the version of an alert now and whenever it becomes another one, until the returned function is
 * called. However many follow, this process asks the database once in two seconds for all of them together.
 */
export function followAlert(alertId: string, listener: Listener): () => void {
  const { alerts } = watching();
  const watched = alerts.get(alertId) ?? { version: undefined, listeners: new Set() };
  alerts.set(alertId, watched);
  watched.listeners.add(listener);
  if (watched.version !== undefined) listener.tell(watched.version);
  look();
  return () => {
    watched.listeners.delete(listener);
    if (watched.listeners.size === 0 && alerts.get(alertId) === watched) alerts.delete(alertId);
  };
}

function watching(): Watching {
  if (!shared.watchbillStreams) {
    shared.watchbillStreams = { alerts: new Map(), timer: undefined, isOver: false };
    onShutdown(closeStreams);
  }
  return shared.watchbillStreams;
}

/** Ends all streams, so that the server can be closed. */
function closeStreams(): void {
  const state = watching();
  state.isOver = true;
  clearTimeout(state.timer);
  for (const { listeners } of state.alerts.values()) for (const listener of listeners) listener.close();
  state.alerts.clear();
}

/** Asks soon where nobody has asked yet, and then goes on for as long as somebody follows. */
function look(): void {
  const state = watching();
  if (state.timer || state.isOver) return;
  const again = async () => {
    await tellNews(state).catch(() => undefined);
    state.timer = state.alerts.size > 0 && !state.isOver ? setTimeout(again, lookEveryMilliseconds) : undefined;
  };
  state.timer = setTimeout(again, 0);
}

async function tellNews({ alerts }: Watching): Promise<void> {
  const versions = await readVersions([...alerts.keys()]);
  for (const [id, watched] of alerts) {
    const version = versions.get(id);
    if (version === undefined || version === watched.version) continue;
    watched.version = version;
    for (const listener of watched.listeners) listener.tell(version);
  }
}

/** What changes whenever something of an alert does that its page shows: the last line of its timeline first. */
export async function readVersions(alertIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await readRows<{ id: string; version: string }>(sql`
    select a.id, concat_ws('.',
      coalesce((select max(e.id) from alert_entries e where e.alert_id = a.id), 0),
      a.status, a.occurrences, a.steps_taken, a.gate,
      (select count(*) from notifications n where n.alert_id = a.id and n.status in ('sent', 'failed')),
      (select count(*) from alerts m where m.leader_id = a.id and m.resolved_at is null)) as version
    from alerts a where a.id = any(${uuids(alertIds)})`);
  return new Map(rows.map(({ id, version }) => [id, version]));
}
