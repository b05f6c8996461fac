import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { contactMethods, people } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { NotFound } from "#lib/errors";

export type StoredMethod = typeof contactMethods.$inferSelect;

/** The viewer, locked, so that what they do with their methods comes one after the other. Throws Forbidden. */
export async function lockViewer(tx: Tx, viewer: Viewer) {
  authorize(viewer, "contact-method:own", { personId: viewer.personId });
  const [person] = await tx
    .select()
    .from(people)
    .where(eq(people.id, viewer.personId ?? ""))
    .for("no key update");
  if (!person) throw new NotFound("There is no such person.");
  return person;
}

/** One of the viewer's own methods, with all of them in their order. Throws NotFound, Forbidden. */
export async function lockMethod(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<{ method: StoredMethod; all: StoredMethod[] }> {
  const person = await lockViewer(tx, viewer);
  const all = await listStored(tx, person.id);
  // Whether somebody else has a method is for nobody to find out.
  const method = all.find((one) => one.id === id);
  if (!method) throw new NotFound("There is no such contact method.");
  return { method, all };
}

export const listStored = (tx: Tx, personId: string): Promise<StoredMethod[]> =>
  tx
    .select()
    .from(contactMethods)
    .where(eq(contactMethods.personId, personId))
    .orderBy(asc(contactMethods.position), asc(contactMethods.id));
