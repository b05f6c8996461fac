import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { people } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";
import { createPersonIn, editPersonIn } from "#lib/people/commands";
import type { PutPersonInput } from "#lib/people/inputs";
import { lockPerson } from "#lib/people/locks";
import { deactivatePersonIn, lockAdministrators, reactivatePersonIn } from "#lib/people/standing-commands";

/**
 * Creates the person with this e-mail, or makes them what `input` says, all or nothing; a field left out keeps its
 * value. Somebody without an e-mail is changed by their handle. True when created. Throws NotFound, Forbidden, Conflict.
 */
export function putPerson(viewer: Viewer, address: string, input: PutPersonInput, at = now()): Promise<boolean> {
  const { active, ...facts } = input;
  return inTransaction(async (tx) => {
    if (active === false) await lockAdministrators(tx);
    const isEmail = address.includes("@");
    const column = isEmail ? people.email : people.handle;
    const [present] = await tx.select({ id: people.id }).from(people).where(eq(column, address));
    if (!present && !isEmail) throw new NotFound(`There is nobody called “${address}”.`);
    const person = present
      ? await lockPerson(tx, address)
      : await createPersonIn(tx, viewer, { ...facts, email: address }, at);
    if (present) await editPersonIn(tx, viewer, person, facts, at);
    const renamed = { ...person, name: facts.name };
    if (active === false) await deactivatePersonIn(tx, viewer, renamed, at);
    if (active === true && person.deactivatedAt) await reactivatePersonIn(tx, viewer, renamed, at);
    return !present;
  });
}
