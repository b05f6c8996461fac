import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, rowsOf } from "#db/client";
import { textArray, uuids } from "#lib/order";

/** Messages of one contact method (or of one person's own address), for one process alone until `until`. */
export type Claim = { channel: string; ids: string[]; until: Temporal.Instant };

/** A process that is killed leaves its messages to others after this. */
const claimSeconds = 60;
const most = 20;

/**
 * Takes the messages that are due at `at` of at most 20 contact methods, all of each at once. A method with messages
 * under way is left alone, so that nobody is written to by two senders at a time.
 */
export function claimDue(at: Temporal.Instant): Promise<Claim[]> {
  const until = at.add({ seconds: claimSeconds }).round("microsecond");
  return inTransaction(async (tx) => {
    const due = await rowsOf<{ channel: string }>(
      tx,
      sql`select ${channel} as channel from notifications n where next_try_at <= ${at.toString()} and not ${isUnderWay(at)}
        group by 1 order by min(next_try_at) limit ${most}`,
    );
    if (due.length === 0) return [];
    // Held until the claim can be seen: whoever comes second waits for nothing, and finds the messages under way.
    const held = await rowsOf<{ channel: string }>(
      tx,
      sql`select channel from unnest(${textArray(due.map((row) => row.channel))}::text[]) as channel
        where pg_try_advisory_xact_lock(hashtextextended('watchbill.channel.' || channel, 0))`,
    );
    const rows = await rowsOf<{ id: string; channel: string }>(
      tx,
      sql`update notifications set status = 'sending', attempts = attempts + 1,
          claimed_until = ${until.toString()}, next_try_at = ${until.toString()}
        where id in (select id from notifications n where next_try_at <= ${at.toString()} and not ${isUnderWay(at)}
          and ${channel} = any(${uuids(held.map((row) => row.channel))}) for update skip locked)
        returning id, coalesce(method_id, person_id) as channel`,
    );
    return [...Map.groupBy(rows, (row) => row.channel)].map(([key, group]) => ({
      ...{ channel: key, ids: group.map(({ id }) => id), until },
    }));
  });
}

const channel = sql`coalesce(n.method_id, n.person_id)`;

const isUnderWay = (at: Temporal.Instant) => sql`${channel} in (
  select coalesce(method_id, person_id) from notifications
  where next_try_at > ${at.toString()} and claimed_until > ${at.toString()})`;
