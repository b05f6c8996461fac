import { sql } from "drizzle-orm";
import type { Limits } from "#bin/bench/limits";
import { measureLoad } from "#bin/bench/load";
import type { RunningServer } from "#bin/bench/server";
import { type Stage, withDatabase } from "#bin/bench/stage";
import { judged, percent, perSecond, type Row, scaled } from "#bin/bench/table";
import { db, rowsOf } from "#db/client";
import { newDraft } from "#db/seed/draft";
import { draftToken } from "#db/seed/tokens";

/** What an ordinary laptop takes; a slower machine is offered as much less as it is slower. */
const target = 500;
const servicesInTrouble = 1_000;

/**
 * Alerts over HTTP, one a request and each with a key of its own, of a tenth of the services: each service's first one
 * pages, and the others belong to its storm; the pager works meanwhile. First as many as are accepted, 64 at a time,
 * then at a steady rate, where an answer that is late counts from when its alert was due.
 */
export async function alertRows(stage: Stage, { origin }: RunningServer, limits: Limits): Promise<Row[]> {
  const headers = { authorization: `Bearer ${await intakeToken(stage)}` };
  const path = { origin, paths: ["/api/v1/intake/alertmanager"], headers };
  const slower = scaled(limits);
  const steady = { perSecond: Math.round(target * slower), seconds: 20 };
  await measureLoad({ ...path, bodies: webhooks(stage, "warm", 1_500), atOnce: 16, seconds: 60, requests: 1_500 });
  const most = { bodies: webhooks(stage, "bench-most", 20_000), atOnce: 64, seconds: 10, requests: 20_000 };
  const all = await measureLoad({ ...path, ...most });
  const offered = webhooks(stage, "bench-steady", steady.perSecond * steady.seconds);
  const kept = await measureLoad({ ...path, ...steady, bodies: offered, atOnce: 256 });
  const accepted = all.requests - all.failed + kept.requests - kept.failed;
  const stored = await countStored(stage);
  return [
    {
      what: "alerts accepted durably, one replica, 64 at a time",
      measured: perSecond(all.rate),
      target: perSecond(target),
      limit: `${perSecond(limits.requests)} bare node:http`,
      ratio: percent(slower),
      holds: all.failed === 0 && all.rate >= target * slower,
    },
    judged(`the same, offered at ${perSecond(steady.perSecond)}, p99`, kept.p99, 250, limits),
    {
      what: "the same, stored of those accepted",
      measured: `${stored.toLocaleString("en")} of ${accepted.toLocaleString("en")}`,
      target: "all",
      ...{ limit: "", ratio: "" },
      holds: stored === accepted && kept.failed === 0,
    },
  ];
}

function webhooks({ slugs }: Stage, name: string, count: number): string[] {
  const step = Math.max(1, Math.floor(slugs.length / servicesInTrouble));
  const services = slugs.filter((_, index) => index % step === 0);
  return Array.from({ length: count }, (_, index) => {
    const service = services[index % services.length] ?? "";
    const labels = {
      alertname: "ErrorRateHigh",
      service,
      severity: "critical",
      instance: `10.0.${index % 250}.7:9100`,
    };
    const annotations = {
      summary: `More than 5% of the requests of ${service} fail.`,
      description: `${service} answers ${index % 100} of 100 requests with an error.`,
      customer_impact: "Customers see errors.",
      runbook_url: "https://runbooks.example.com/error-rate-high",
    };
    const alert = {
      status: "firing",
      labels,
      annotations,
      startsAt: "2026-03-14T02:14:07.125Z",
      fingerprint: `${name}-${index}`,
    };
    const generatorURL = "http://prometheus.example.com/graph?g0.expr=errors";
    return JSON.stringify({
      version: "4",
      status: "firing",
      receiver: "watchbill",
      alerts: [{ ...alert, generatorURL }],
    });
  });
}

/** A token by which programs send alerts. */
export function intakeToken({ url }: Stage): Promise<string> {
  return withDatabase(url, async () => {
    const draft = newDraft();
    const { secret } = draftToken(draft, { scope: "intake", name: "Monitoring" });
    await draft.save(db());
    return secret;
  });
}

function countStored({ url }: Stage): Promise<number> {
  return withDatabase(url, async () => {
    const [row] = await rowsOf<{ count: number }>(
      db(),
      sql`select count(*)::int as count from alerts where dedup_key like 'bench-%'`,
    );
    return row?.count ?? 0;
  });
}
