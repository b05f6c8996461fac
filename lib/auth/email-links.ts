import "server-only";
import { and, eq, lt } from "drizzle-orm";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { db } from "#db/client";
import { people, verificationTokens } from "#db/schema";
import { now } from "#lib/clock";

/**
 * What next-auth needs of a database to sign in by e-mail link: links that work once, and people by address.
 * It hands tokens over hashed already. Nobody is created or changed here; `admit` has done that by then.
 */
export const emailLinkAdapter: Adapter = {
  async createVerificationToken({ identifier, token, expires }) {
    await db().delete(verificationTokens).where(lt(verificationTokens.expires, now()));
    await db().insert(verificationTokens).values({ identifier, token, expires: expires.toTemporalInstant() });
    return { identifier, token, expires };
  },

  async useVerificationToken({ identifier, token }) {
    const [used] = await db()
      .delete(verificationTokens)
      .where(and(eq(verificationTokens.identifier, identifier), eq(verificationTokens.token, token)))
      .returning();
    return used ? { identifier, token, expires: new Date(used.expires.epochMilliseconds) } : null;
  },

  async getUserByEmail(email) {
    const [person] = await db().select().from(people).where(eq(people.email, email));
    return person ? asUser(person) : null;
  },

  async getUser(id) {
    const [person] = await db().select().from(people).where(eq(people.id, id));
    return person ? asUser(person) : null;
  },

  updateUser: (user) => ({ email: "", emailVerified: null, ...user }),
};

function asUser({ id, name, email }: { id: string; name: string; email: string | null }): AdapterUser {
  return { id, name, email: email ?? "", emailVerified: null };
}
