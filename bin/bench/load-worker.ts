import { text } from "node:stream/consumers";
import { Pool } from "undici";
import type { Load, Outcome } from "#bin/bench/load";

const load = JSON.parse(await text(process.stdin)) as Load;
if (!["127.0.0.1", "localhost", "[::1]"].includes(new URL(load.origin).hostname)) {
  throw new Error("Load goes to this machine only.");
}

const pool = new Pool(load.origin, { connections: load.atOnce, pipelining: 1 });
const times: number[] = [];
const began = performance.now();
const until = began + load.seconds * 1000;
const most = load.requests ?? 1_000_000;
let asked = 0;
let failed = 0;

async function keepAsking(): Promise<void> {
  while (performance.now() < until && asked < most) await askOnce(performance.now());
}

async function askOnce(from: number): Promise<void> {
  const path = load.paths[asked % load.paths.length] ?? "/";
  const posted = load.bodies?.[asked % load.bodies.length];
  asked += 1;
  const { statusCode, body } = await pool.request({ path, ...requestOf(posted) });
  await body.bytes();
  times.push(performance.now() - from);
  if (statusCode < 200 || statusCode > 299) failed += 1;
}

/** Asks at a steady rate whether or not the answers keep up with it. */
async function askSteadily(perSecond: number): Promise<void> {
  const underWay: Promise<void>[] = [];
  const dueAt = () => began + (asked * 1000) / perSecond;
  while (dueAt() < until && asked < most) {
    while (dueAt() < until && dueAt() <= performance.now() && asked < most) underWay.push(askOnce(dueAt()));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(underWay);
}

function requestOf(posted: string | undefined) {
  if (posted === undefined) return { method: "GET" as const, headers: load.headers ?? {} };
  return { method: "POST" as const, body: posted, headers: { ...load.headers, "content-type": "application/json" } };
}

if (load.perSecond) await askSteadily(load.perSecond);
else await Promise.all(Array.from({ length: load.atOnce }, keepAsking));
const seconds = (performance.now() - began) / 1000;
await pool.close();

times.sort((a, b) => a - b);
const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const outcome: Outcome = {
  rate: times.length / seconds,
  requests: times.length,
  failed,
  p50: quantile(0.5),
  p95: quantile(0.95),
  p99: quantile(0.99),
};
process.stdout.write(JSON.stringify(outcome));
