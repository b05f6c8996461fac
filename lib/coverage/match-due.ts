import "server-only";
import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { inTransaction, readRows } from "#db/client";
import { signatureMatches } from "#db/schema";
import { systemViewer } from "#lib/auth/policy";
import { alertText } from "#lib/briefing/alert-text";
import { instantAs, readInstant, readMaybe } from "#lib/coverage/loading/stored";
import { loadLimits } from "#lib/coverage/stored-limits";
import { daysBefore } from "#lib/coverage/words";
import { matchSignatures } from "#lib/signatures/match-queries";

type Options = { stop?: AbortSignal | undefined };
type Over = {
  id: string;
  rule: string;
  summary: string;
  labels: Record<string, string>;
  details: unknown;
  resolvedAt: string;
};

const reader = systemViewer("Watchbill");

/** So many alerts are held against the signatures before it is noted how far that went, and so many in one go. */
const [atOnce, most] = [100, 2_000];
/** As many as a briefing shows: what ranks behind them nobody was told. */
const mostMatches = 3;
/** What was written an instant ago may become visible later than what was written after it. */
const settlingMinutes = 1;

/**
 * Notes which signatures were right about alerts that paged somebody and are over by `at`: each alert once, and once
 * more when a signature of its service was written or changed since. Returns how many alerts it looked at. A match
 * counts from the end of its alert, whenever it was found. Any process may do so at any time: finding one twice
 * changes nothing. Drills prove nothing.
 */
export async function matchDue(at: Temporal.Instant, { stop }: Options = {}): Promise<number> {
  const end = at.subtract({ minutes: settlingMinutes });
  const first = daysBefore(at, (await loadLimits()).provenDays);
  const until = await findMatchedUntil();
  let looked = await matchAll(until ? await listExplainedAnew({ until, first, end }) : [], stop);
  let from = until && Temporal.Instant.compare(until, first) > 0 ? until : first;
  while (looked < most && !stop?.aborted) {
    const over = await listOver(from, end);
    looked += await matchAll(over, stop);
    if (stop?.aborted) break;
    const last = over.length < atOnce ? end : readInstant(over.at(-1)?.resolvedAt ?? end.toString());
    await keepMatchedUntil(last);
    if (over.length < atOnce) break;
    from = last;
  }
  return looked;
}

async function findMatchedUntil(): Promise<Temporal.Instant | null> {
  const [row] = await readRows<{ until: string | null }>(
    sql`select to_json(matched_until) #>> '{}' as until from installation`,
  );
  return readMaybe(row?.until ?? null);
}

/** Never back: another process may have come further. */
const keepMatchedUntil = (until: Temporal.Instant) =>
  readRows(
    sql`update installation set matched_until = greatest(matched_until, ${instantAs(until)}) returning 1 as kept`,
  );

const columns = sql`a.id, a.rule, a.summary, a.labels, a.details, to_json(a.resolved_at) #>> '{}' as "resolvedAt"`;

/** The first that ended after `from`, with all that ended at the same instant as the last of them. */
const listOver = (from: Temporal.Instant, to: Temporal.Instant) =>
  readRows<Over>(sql`
    select ${columns} from alerts a
    where a.delivery_paged_at is not null and a.resolved_at > ${instantAs(from)} and a.resolved_at <= ${instantAs(to)}
      and not a.is_drill
    order by a.resolved_at fetch first ${sql.raw(String(atOnce))} rows with ties`);

type Past = { until: Temporal.Instant; first: Temporal.Instant; end: Temporal.Instant };

/** Alerts that were looked at before a signature of their service was what it is now; the last ones first. */
const listExplainedAnew = ({ until, first, end }: Past) =>
  readRows<Over>(sql`
    select ${columns} from alerts a
    where a.service_id in (select x.service_id from signatures x
        where x.retired_at is null and x.changed_at > ${instantAs(until.subtract({ minutes: settlingMinutes }))})
      and a.delivery_paged_at > ${instantAs(first)} and a.resolved_at <= ${instantAs(end)} and not a.is_drill
    order by a.resolved_at desc limit ${most}`);

async function matchAll(alerts: readonly Over[], stop: AbortSignal | undefined): Promise<number> {
  let looked = 0;
  for (const alert of alerts) {
    if (stop?.aborted) break;
    await matchOne(alert);
    looked += 1;
    // Whoever pages somebody in this process goes first.
    await breathe();
  }
  return looked;
}

async function matchOne(alert: Over): Promise<void> {
  const found = await matchSignatures(reader, alertText(alert), { labels: alert.labels, limit: mostMatches });
  if (found.length === 0) return;
  const at = readInstant(alert.resolvedAt);
  await inTransaction(async (tx) => {
    const rows = found.map(({ id }) => ({ alertId: alert.id, signatureId: id, at }));
    await tx.insert(signatureMatches).values(rows).onConflictDoNothing();
  });
}
