import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { danglingReferences } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { CatalogDraft } from "#lib/imports/catalog-draft";
import { heal } from "#lib/imports/heal";
import { loadSpeakers } from "#lib/imports/load-snapshot";
import { writePlan } from "#lib/imports/write-plan";

/** What has arrived: the id of a service, team or person. */
export type Arrival = { serviceId: string } | { teamId: string } | { personId: string };

/**
 * Gives a thing that was made by hand its place wherever imported descriptors have been waiting for it. `address` is
 * how they speak of it: `component:<slug>`, `group:<slug>`, `user:<handle or e-mail>`. What people have set by hand
 * in the meantime stays.
 */
export async function healReferences(
  tx: Tx,
  viewer: Viewer,
  address: string,
  arrival: Arrival,
  at: Temporal.Instant,
): Promise<void> {
  const waiting = await tx.select().from(danglingReferences).where(eq(danglingReferences.target, address));
  if (waiting.length === 0) return;
  const id = Object.values(arrival)[0] as string;
  const before = await loadSpeakers(tx, waiting, arrival);
  const catalog = new CatalogDraft(before);
  const thing = catalog.things.get(id);
  if (!thing) throw new Error("What arrived is not there.");
  for (const one of waiting) heal(catalog, one, thing);
  await writePlan(tx, viewer, { catalog, before }, at);
}
