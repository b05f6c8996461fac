import { chromium } from "@playwright/test";
import { sql } from "drizzle-orm";
import { intakeToken } from "#bin/bench/alerts";
import { javascriptRow } from "#bin/bench/javascript";
import type { Limits } from "#bin/bench/limits";
import { measureLoad, measureWarm } from "#bin/bench/load";
import type { RunningServer } from "#bin/bench/server";
import { signIn } from "#bin/bench/session";
import { type Stage, type Writings, withDatabase } from "#bin/bench/stage";
import { judged, type Row } from "#bin/bench/table";
import { findChromium } from "#bin/test/chromium";
import { db, rowsOf } from "#db/client";

/** Past alerts of each service, so that every look-up has something to pass over. */
const pastAlerts = 20;
const openAlerts = 100;

/** The page of the night at 10,000 services with all that is written about them, one request at a time. */
export async function briefingRows(stage: Stage, writings: Writings, server: RunningServer, limits: Limits) {
  const { origin } = server;
  const addresses = await raiseAlerts(stage, writings, origin);
  const headers = { cookie: await signIn(origin, stage.person) };
  const load = { origin, paths: addresses, headers, atOnce: 1, requests: 600, seconds: 30 };
  // Each once before: what is measured is a server that has been read from.
  await measureLoad({ ...load, requests: addresses.length });
  const { p50, p99 } = await measureWarm(load);
  const paint = await largestPaint(origin, addresses.slice(0, 7), headers.cookie);
  const rows: Row[] = [
    judged("briefing page, one at a time, p50", p50, 20, limits),
    judged("briefing page, one at a time, p99", p99, 60, limits),
    judged("largest paint of the briefing on a slowed phone", paint, 1_500, limits),
    await javascriptRow(origin, addresses[0] ?? "", headers.cookie, { name: "the briefing", kind: "night" }),
  ];
  return rows;
}

/** Opens alerts of services that have a runbook for them, after a past of their own, and returns their pages. */
async function raiseAlerts(stage: Stage, writings: Writings, origin: string): Promise<string[]> {
  await withDatabase(stage.url, async () => {
    await db().execute(past);
    await db().execute(sql`vacuum (analyze) alerts`);
  });
  const answered = [...new Map(writings.documents.map((document) => [document.service, document])).values()]
    .filter(({ alertNames }) => alertNames.length > 0)
    .slice(0, openAlerts);
  const bodies = answered.map(({ service, alertNames }, index) =>
    JSON.stringify({
      ...{ service, rule: alertNames[0], severity: "critical", customerImpact: "Customers see errors." },
      summary: `More than 5% of the requests of ${service} fail.`,
      details: { error: writings.signatures[index * 7]?.pattern.replaceAll("*", "17") },
    }),
  );
  const authorization = `Bearer ${await intakeToken(stage)}`;
  const load = { origin, paths: ["/api/v1/alerts"], bodies, headers: { authorization }, atOnce: 8 };
  const { failed, requests } = await measureLoad({ ...load, requests: bodies.length, seconds: 60 });
  if (failed > 0) throw new Error(`${failed} of ${requests} alerts were not accepted.`);
  return withDatabase(stage.url, async () => {
    const rows = await rowsOf<{ id: string }>(
      db(),
      sql`select id from alerts where resolved_at is null and origin like 'api:%' order by opened_at, id`,
    );
    return rows.map(({ id }) => `/alerts/${id}`);
  });
}

const past = sql`
  insert into alerts (origin, dedup_key, service_id, service_said, rule, status, severity, summary, starts_at,
    opened_at, repeated_at, last_delivery, gate, gate_reason, pages_from, resolved_at, cause, remedy)
  select 'alertmanager', s.slug || '-' || n, s.id, s.slug,
    coalesce((select d.alert_names[1] from documents d where d.service_id = s.id and d.alert_names <> '{}' limit 1),
      'ErrorRateHigh'),
    'resolved', 'critical', 'More than 5% of the requests of ' || s.slug || ' fail.', o.at, o.at, o.at, 'past',
    'page', 'customer-impact', o.at, o.at + interval '40 minutes', 'A release held its connections.',
    'The release was rolled back.'
  from services s, generate_series(1, ${pastAlerts}) n, lateral (select now() - n * interval '9 days' as at) o`;

/** The median in milliseconds: processor 4 times slower, 150 ms a round trip, 1.6 Mbit/s. */
async function largestPaint(origin: string, addresses: readonly string[], cookie: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const times: number[] = [];
    for (const address of addresses) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true });
      await context.addCookies(cookiesOf(cookie, origin));
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", slowNetwork);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.goto(origin + address, { waitUntil: "load" });
      times.push(await page.evaluate(lastPaint));
      await context.close();
    }
    return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
  } finally {
    await browser.close();
  }
}

const slowNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

const cookiesOf = (cookie: string, url: string) =>
  cookie
    .split("; ")
    .map((one) => ({ name: one.slice(0, one.indexOf("=")), value: one.slice(one.indexOf("=") + 1), url }));

/** In the browser: when the largest thing was painted that had been by the end of loading. */
function lastPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
}
