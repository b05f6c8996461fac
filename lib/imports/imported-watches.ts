import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client";
import { importedWatches } from "#db/schema";
import type { WatchDocument } from "#lib/imports/watch-document";

export type KnownWatch = typeof importedWatches.$inferSelect;
export type Fields = Record<string, unknown>;

/** What the document says, as plain values to remember and compare. */
export const fieldsOfWatch = ({ body }: WatchDocument): Fields => JSON.parse(JSON.stringify(body)) as Fields;

/** What the descriptor of this reference said last time, or undefined. */
export async function findKnownWatch(tx: Tx, reference: string): Promise<KnownWatch | undefined> {
  const [known] = await tx.select().from(importedWatches).where(eq(importedWatches.reference, reference));
  return known;
}

/** What was described by these sources, in order of reference: escalation paths come before the rotations they name. */
export function listWatchesFrom(tx: Tx, sources: readonly string[]): Promise<KnownWatch[]> {
  return tx
    .select()
    .from(importedWatches)
    .where(inArray(importedWatches.source, [...sources]))
    .orderBy(importedWatches.reference);
}

type Thing = { rotationId: string; serviceId?: undefined } | { serviceId: string; rotationId?: undefined };

export async function rememberWatch(
  tx: Tx,
  watch: WatchDocument & { source: string },
  thing: Thing,
  isAdopted: boolean,
  at: Temporal.Instant,
): Promise<void> {
  const { reference, source, location, line } = watch;
  const said = { source, location, line, fields: fieldsOfWatch(watch), importedAt: at };
  await tx
    .insert(importedWatches)
    .values({ reference, ...said, ...thing, isAdopted })
    .onConflictDoUpdate({ target: importedWatches.reference, set: { ...said, ...thing } });
}

export async function forgetWatch(tx: Tx, reference: string): Promise<void> {
  await tx.delete(importedWatches).where(eq(importedWatches.reference, reference));
}
