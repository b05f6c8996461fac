import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { instantOf } from "#lib/coverage/statements";

/** A span `[from, to)` in which a service stood at one level; ISO instants, `to` null while it holds. */
export type LevelSpan = { from: string; to: string | null; level: number };

const days = 182;

/** At which levels a service stood in the half year before `until`, the oldest first; neighbours at one level are one span. */
export async function listLevelSpans(viewer: Viewer, serviceId: string, until: Temporal.Instant): Promise<LevelSpan[]> {
  authorize(viewer, "coverage:read");
  const rows = await readRows<LevelSpan>(sql`
    select to_json(starts_at) #>> '{}' as "from", to_json(ends_at) #>> '{}' as "to", level from coverage_snapshots
    where service_id = ${serviceId}::uuid and starts_at <= ${instantOf(until)}
      and (ends_at is null or ends_at > ${instantOf(until.subtract({ hours: 24 * days }))})
    order by starts_at`);
  return joined(rows);
}

function joined(rows: readonly LevelSpan[]): LevelSpan[] {
  const spans: LevelSpan[] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last?.level === row.level && last.to === row.from) last.to = row.to;
    else spans.push({ ...row });
  }
  return spans;
}
