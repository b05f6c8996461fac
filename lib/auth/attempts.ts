import "server-only";
import { createHash } from "node:crypto";
import { lt, sql } from "drizzle-orm";
import { db, rowsOf } from "#db/client";
import { attempts } from "#db/schema";
import { now } from "#lib/clock";
import { TooManyTries } from "#lib/errors";

type Limit = { count: number; minutes: number };

/**
 * Tries at signing in, and at codes, that are allowed in a window, counted over all replicas. A whole office may share one
 * address, so only letters, which somebody else receives, are counted closely by it.
 */
export const limits = {
  address: { count: 300, minutes: 10 },
  letters: { count: 30, minutes: 15 },
  email: { count: 5, minutes: 15 },
  /** Codes that verify a contact method, tried and sent. */
  codes: { count: 8, minutes: 15 },
  "codes-sent": { count: 20, minutes: 15 },
} as const satisfies Record<string, Limit>;

/** Counts one try of `who`. Throws `TooManyTries` when the window's tries are used up. */
export async function countTry(kind: keyof typeof limits, who: string, at = now()): Promise<void> {
  const { count, minutes } = limits[kind];
  // Who tries to sign in is nobody's business afterwards.
  const key = `${kind}:${createHash("sha256").update(who.toLowerCase()).digest("base64url")}`;
  const windowStart = at.subtract({ minutes });
  const [row] = await rowsOf<{ count: number; starts: string }>(
    db(),
    sql`insert into ${attempts} as known (key, starts_at, count) values (${key}, ${at.toString()}, 1)
      on conflict (key) do update set
        count = case when known.starts_at > ${windowStart.toString()} then known.count + 1 else 1 end,
        starts_at = case when known.starts_at > ${windowStart.toString()} then known.starts_at else excluded.starts_at end
      returning count, to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as starts`,
  );
  if (!row || row.count <= count) return forgetOldTries(row?.count === 1, at);
  const wait = Temporal.Instant.from(row.starts).add({ minutes }).since(at).total("seconds");
  throw new TooManyTries(
    `There were too many tries${kind.startsWith("codes") ? "" : " to sign in"}. Wait a little, then try again.`,
    Math.max(1, Math.ceil(wait)),
  );
}

async function forgetOldTries(isNewWindow: boolean, at: Temporal.Instant): Promise<void> {
  if (isNewWindow)
    await db()
      .delete(attempts)
      .where(lt(attempts.startsAt, at.subtract({ hours: 24 })));
}
