import { sql } from "drizzle-orm";
import type { Limits } from "#bin/bench/limits";
import { measureLoad } from "#bin/bench/load";
import type { RunningServer } from "#bin/bench/server";
import { type Stage, withDatabase } from "#bin/bench/stage";
import { judged, percent, perSecond, type Row, scaled } from "#bin/bench/table";
import { db, rowsOf } from "#db/client";
import { newDraft } from "#db/seed/draft";
import { draftToken } from "#db/seed/tokens";

const offered = { perSecond: 500, seconds: 20 };
const servicesInTrouble = 1_000;

/**
 * Alerts offered at a steady rate over HTTP, one a request and each with a key of its own, of a tenth of the services:
 * each service's first one pages, and the others belong to its storm. The pager works meanwhile.
 */
export async function alertRows(stage: Stage, { origin }: RunningServer, limits: Limits): Promise<Row[]> {
  const token = await intakeToken(stage);
  const offer = (name: string, seconds: number) =>
    measureLoad({
      ...{ origin, paths: ["/api/v1/intake/alertmanager"], bodies: webhooks(stage, name, offered.perSecond * seconds) },
      ...{ headers: { authorization: `Bearer ${token}` }, atOnce: 256, perSecond: offered.perSecond, seconds },
    });
  await offer("warm", 4);
  const { rate, p99, requests, failed } = await offer("bench", offered.seconds);
  const stored = await countStored(stage);
  const slower = scaled(limits);
  return [
    {
      what: "alerts accepted durably, one replica",
      measured: perSecond(rate),
      target: "500/s",
      limit: `${perSecond(limits.requests)} bare node:http`,
      ratio: percent(slower),
      holds: failed === 0 && rate >= offered.perSecond * 0.99,
    },
    judged("the same, p99", p99, 250, limits),
    {
      what: "the same, stored of those accepted",
      measured: `${stored.toLocaleString("en")} of ${(requests - failed).toLocaleString("en")}`,
      target: "all",
      ...{ limit: "", ratio: "" },
      holds: stored === requests - failed,
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
