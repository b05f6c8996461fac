import "server-only";
import { eq } from "drizzle-orm";
import type { Handle, Tx } from "#db/client";
import { people } from "#db/schema";
import { findByFormerAddress } from "#lib/addresses";
import { Invalid, NotFound } from "#lib/errors";
import type { Named } from "#lib/event-kinds";

export type LockedPerson = typeof people.$inferSelect;

/** The person's row by e-mail or handle, locked until the transaction ends. Throws NotFound. */
export async function lockPerson(tx: Tx, address: string): Promise<LockedPerson> {
  const person = await findPersonRow(tx, address);
  if (!person) throw new NotFound(`There is nobody with the address “${address}”.`);
  const [locked] = await tx.select().from(people).where(eq(people.id, person.id)).for("update");
  return locked as LockedPerson;
}

/** An active person who is referred to in the field `path`. Throws Invalid naming the field. */
export async function requirePerson(handle: Handle, address: string, path: string): Promise<LockedPerson> {
  const person = await findPersonRow(handle, address);
  if (!person) throw new Invalid(`There is nobody with the address “${address}”.`, path);
  if (person.deactivatedAt) throw new Invalid(`${person.name} is deactivated.`, path);
  return person;
}

async function findPersonRow(handle: Handle, address: string): Promise<LockedPerson | undefined> {
  const column = address.includes("@") ? people.email : people.handle;
  const [person] = await handle.select().from(people).where(eq(column, address.toLowerCase()));
  if (person) return person;
  const former = await findByFormerAddress(handle, "person", address.toLowerCase());
  const [renamed] = former ? await handle.select().from(people).where(eq(people.id, former)) : [];
  return renamed;
}

/** A person as an event names them: the slug is the address of their page. */
export const namedPerson = (person: Pick<LockedPerson, "email" | "handle" | "name">): Named => ({
  slug: person.email ?? person.handle ?? "",
  name: person.name,
});
