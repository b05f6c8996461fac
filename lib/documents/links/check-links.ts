import "server-only";
import { sql } from "drizzle-orm";
import { db, inTransaction, rowsOf } from "#db/client";
import { afterLook, type LinkRecord, type Look } from "#lib/documents/links/link-looks";
import { askOutside, OutgoingRefused } from "#lib/outgoing";

type Claimed = LinkRecord & { url: string; claimedUntil: string; isLinked: boolean };
type ClaimedRow = Omit<Claimed, "failingSince"> & { failingSince: string | null };

/** Links are claimed in small numbers, and for longer than looking at them can take. */
const atOnce = 20;
const side = 5;
const claim = { minutes: 10 };

/**
 * Looks at links whose look is due at `at`, a few at a time, at most `most` of them, until none is left or `stop` says
 * so. Other processes may do the same: each link is claimed by one of them, and comes free again if that one dies.
 * Returns how many were looked at.
 */
export async function checkDueLinks(
  at: Temporal.Instant,
  { most = 200, stop }: { most?: number; stop?: AbortSignal | undefined } = {},
): Promise<number> {
  let looked = 0;
  while (looked < most && !stop?.aborted) {
    const claimed = await claimDueLinks(at, Math.min(atOnce, most - looked));
    if (claimed.length === 0) break;
    const queue = [...claimed];
    await Promise.all(Array.from({ length: side }, () => workOff(queue, at, stop)));
    looked += claimed.length;
  }
  return looked;
}

/** Takes due links so that nobody else looks at them for now. */
export async function claimDueLinks(at: Temporal.Instant, count: number): Promise<Claimed[]> {
  const until = at.add(claim).round("microsecond");
  const rows = await inTransaction((tx) =>
    rowsOf<ClaimedRow>(
      tx,
      sql`update links set next_check_at = ${until.toString()} where url in (
          select url from links where next_check_at <= ${at.toString()} order by next_check_at limit ${count}
          for update skip locked)
        returning url, failures, to_json(failing_since) #>> '{}' as "failingSince",
          exists (select from document_links d where d.url = links.url) as "isLinked"`,
    ),
  );
  return rows.map(({ failingSince, ...row }) => ({
    ...row,
    failingSince: failingSince === null ? null : Temporal.Instant.from(failingSince),
    claimedUntil: until.toString(),
  }));
}

async function workOff(queue: Claimed[], at: Temporal.Instant, stop: AbortSignal | undefined): Promise<void> {
  for (let link = queue.shift(); link && !stop?.aborted; link = queue.shift()) {
    // What no document points at any more is not asked for; should one do so again, it is known when to look.
    const look = link.isLinked ? await lookAt(link.url, stop) : undefined;
    if (!stop?.aborted) await note(link, look, at);
  }
}

/** HEAD where that is answered well, because it costs least; whatever else is said to it is asked again by GET. */
async function lookAt(url: string, stop: AbortSignal | undefined): Promise<Look> {
  const first = await ask(url, "HEAD", stop);
  if (first.status === null) return first.why === "unreachable" ? ask(url, "GET", stop) : first;
  return first.status < 400 ? first : ask(url, "GET", stop);
}

async function ask(url: string, method: "HEAD" | "GET", stop: AbortSignal | undefined): Promise<Look> {
  try {
    return { status: await askOutside(url, method, stop) };
  } catch (error) {
    if (error instanceof OutgoingRefused) return { status: null, why: error.why };
    throw error;
  }
}

/** Only for whoever still holds the claim: a look that took too long may be another's by now. */
async function note(link: Claimed, look: Look | undefined, at: Temporal.Instant): Promise<void> {
  const isMine = sql`url = ${link.url} and next_check_at = ${link.claimedUntil}`;
  if (!look) {
    await db().execute(sql`update links set next_check_at = ${at.add({ hours: 7 * 24 }).toString()} where ${isMine}`);
    return;
  }
  const { checkedAt, status, failure, failures, failingSince, nextCheckAt } = afterLook(link, look, at);
  await db().execute(sql`
    update links set checked_at = ${checkedAt.toString()}, status = ${status}, failure = ${failure}, failures = ${failures},
      failing_since = ${failingSince?.toString() ?? null}, next_check_at = ${nextCheckAt.toString()}
    where ${isMine}`);
}
