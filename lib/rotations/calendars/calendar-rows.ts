import "server-only";
import { sql } from "drizzle-orm";
import { type Handle, rowsOf } from "#db/client";

/**
 * The condition that a calendar `f` is open: nobody closed it, and its person was not deactivated since it was
 * opened. It does not come back with them.
 */
export const isOpenCalendar = sql`(f.revoked_at is null and not exists (
  select from deactivations d where d.person_id = f.person_id and coalesce(d.ends_at, 'infinity') > f.created_at))`;

export async function countOpenCalendars(handle: Handle, personId: string): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    handle,
    sql`select count(*)::int as count from calendar_feeds f where f.person_id = ${personId}::uuid and ${isOpenCalendar}`,
  );
  return row?.count ?? 0;
}

/** Notes that a calendar was read; at most once a minute, whichever replica hears of it. */
export async function recordCalendarRead(handle: Handle, id: string, at: Temporal.Instant): Promise<void> {
  const present = sql`${at.toString()}::timestamptz`;
  await handle.execute(sql`
    update calendar_feeds set last_read_at = ${present} where id = ${id}::uuid
      and (last_read_at is null or last_read_at < ${present} - interval '1 minute')`);
}
