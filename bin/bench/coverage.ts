import { sql } from "drizzle-orm";
import type { Limits } from "#bin/bench/limits";
import { type Stage, withDatabase } from "#bin/bench/stage";
import { inSeconds, percent, perSecond, type Row, scaled } from "#bin/bench/table";
import { readRows } from "#db/client";
import { now } from "#lib/clock";
import { measureDue } from "#lib/coverage/measure-due";

const targetMilliseconds = 30_000;

/** Tomorrow's run over every service: the first one, so that each of them is written too. */
export async function snapshotRow({ url, slugs }: Stage, limits: Limits): Promise<Row> {
  const measured = await withDatabase(url, async () => {
    const began = performance.now();
    const services = await measureDue(now().add({ hours: 24 }));
    const taken = performance.now() - began;
    if (services !== slugs.length) throw new Error(`Of ${slugs.length} services ${services} were measured.`);
    await refuseMissing(slugs.length);
    return taken;
  });
  const slower = scaled(limits);
  return {
    what: `daily snapshot of ${slugs.length.toLocaleString("en")} services`,
    measured: inSeconds(measured),
    target: inSeconds(targetMilliseconds),
    limit: `${perSecond(limits.requests)} bare node:http`,
    ratio: percent(slower),
    holds: measured <= targetMilliseconds / slower,
  };
}

async function refuseMissing(services: number): Promise<void> {
  const [row] = await readRows<{ count: number }>(
    sql`select count(*)::int as count from coverage_snapshots where ends_at is null`,
  );
  if (row?.count !== services) throw new Error(`Of ${services} services ${row?.count} have a snapshot.`);
}
