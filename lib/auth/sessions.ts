import "server-only";
import { LRUCache } from "lru-cache";
import { decode, encode } from "next-auth/jwt";
import { sessionSecret } from "#lib/auth/installation";
import { now } from "#lib/clock";
import { environment } from "#lib/env";

/** Who signed in, and when; `renewedAt` is when the cookie was last written. */
export type Session = { personId: string; beganAt: Temporal.Instant; renewedAt: Temporal.Instant };

export const sessionSeconds = 30 * 24 * 60 * 60;
const renewAfter = Temporal.Duration.from({ hours: 24 });

/** The session's cookie. Over TLS its name makes browsers refuse one that another host or path has set. */
export function sessionCookie() {
  const isSecure = environment().AUTH_URL?.startsWith("https:") ?? false;
  return {
    name: isSecure ? "__Host-watchbill.session" : "watchbill.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const,
  };
}

// What stands in a cookie never changes, and each page reads it twice. Whether the person is still to be let in is asked anew.
const known = new LRUCache<string, { session: Session; endsAt: number }>({ max: 1_000 });

/** The session in `cookie`, or undefined when it is forged, expired or not one of ours. The person may be gone. */
export async function readSession(cookie: string | undefined): Promise<Session | undefined> {
  if (!cookie) return undefined;
  const read = known.get(cookie);
  if (read && now().epochMilliseconds < read.endsAt) return read.session;
  const secret = await sessionSecret();
  const claims = await decode({ token: cookie, secret, salt: sessionCookie().name }).catch(() => null);
  if (typeof claims?.sub !== "string" || typeof claims.beganAt !== "string" || typeof claims.iat !== "number")
    return undefined;
  const session = {
    personId: claims.sub,
    beganAt: Temporal.Instant.from(claims.beganAt),
    renewedAt: Temporal.Instant.fromEpochMilliseconds(claims.iat * 1_000),
  };
  known.set(cookie, { session, endsAt: Number(claims.exp) * 1_000 });
  return session;
}

/** The cookie of a session that began at `beganAt`, good for another 30 days. */
export async function writeSession({ personId, beganAt }: Pick<Session, "personId" | "beganAt">): Promise<string> {
  const { name } = sessionCookie();
  const secret = await sessionSecret();
  return encode({ token: { sub: personId, beganAt: beganAt.toString() }, secret, salt: name, maxAge: sessionSeconds });
}

/** The cookie to write again so that a session in use goes on, or undefined while it is fresh. */
export async function renewedSession(cookie: string | undefined, at = now()): Promise<string | undefined> {
  const session = await readSession(cookie);
  const isFresh = !session || Temporal.Instant.compare(session.renewedAt.add(renewAfter), at) > 0;
  return isFresh ? undefined : writeSession(session);
}
