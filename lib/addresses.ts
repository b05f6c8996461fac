import "server-only";
import { and, eq } from "drizzle-orm";
import type { Handle, Tx } from "#db/client";
import { formerAddresses } from "#db/schema";

/** A document's address is `<id of its service>/<runbooks or notes>/<slug>`; that of everything else is its slug. */
export type AddressNoun = "service" | "team" | "person" | "rotation" | "document";

/** The id of the thing that had `address` before it was renamed, or undefined. */
export async function findByFormerAddress(
  handle: Handle,
  noun: AddressNoun,
  address: string,
): Promise<string | undefined> {
  const [row] = await handle
    .select({ thing: formerAddresses.thing })
    .from(formerAddresses)
    .where(and(eq(formerAddresses.noun, noun), eq(formerAddresses.address, address)));
  return row?.thing;
}

/** Keeps `before` leading to `thing`; the address it takes now, `after`, leads there by itself. */
export async function leaveAddress(
  tx: Tx,
  noun: AddressNoun,
  thing: string,
  before: string,
  after: string,
  at: Temporal.Instant,
) {
  await tx.delete(formerAddresses).where(and(eq(formerAddresses.noun, noun), eq(formerAddresses.address, after)));
  await tx
    .insert(formerAddresses)
    .values({ noun, address: before, thing, leftAt: at })
    .onConflictDoUpdate({ target: [formerAddresses.noun, formerAddresses.address], set: { thing, leftAt: at } });
}
