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
  while (performance.now() < until && asked < most) {
    const path = load.paths[asked % load.paths.length] ?? "/";
    const posted = load.bodies?.[asked % load.bodies.length];
    asked += 1;
    const sent = performance.now();
    const { statusCode, body } = await pool.request({ path, ...requestOf(posted) });
    await body.bytes();
    times.push(performance.now() - sent);
    if (statusCode !== 200) failed += 1;
  }
}

function requestOf(posted: string | undefined) {
  if (posted === undefined) return { method: "GET" as const, headers: load.headers ?? {} };
  return { method: "POST" as const, body: posted, headers: { ...load.headers, "content-type": "application/json" } };
}

await Promise.all(Array.from({ length: load.atOnce }, keepAsking));
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
