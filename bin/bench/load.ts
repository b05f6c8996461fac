import { spawn } from "node:child_process";
import path from "node:path";
import { atEnd } from "#bin/bench/cleanup";

export type Load = {
  origin: string;
  /** Asked for in turn, from the first again after the last. */
  paths: string[];
  /** JSON that is posted, in turn; without it the paths are read. */
  bodies?: string[];
  headers?: Record<string, string>;
  /** Requests that are under way at the same time. */
  atOnce: number;
  /** Offered at this rate, however long answers take; each then counts from the instant at which it was due. */
  perSecond?: number;
  /** It ends after so many seconds or so many requests, whichever comes first. */
  seconds: number;
  requests?: number;
};

/** Times in milliseconds; `rate` in requests a second; `failed` counts answers that are no success. */
export type Outcome = { rate: number; requests: number; failed: number; p50: number; p95: number; p99: number };

/** Puts load on a server of this machine, from another process, so that neither measures the other's work. */
export function measureLoad(load: Load): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = spawn(process.execPath, [path.resolve("bin/bench/load-worker.ts")], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    atEnd(() => void worker.kill());
    let answer = "";
    worker.stdout.setEncoding("utf8").on("data", (text: string) => {
      answer += text;
    });
    worker.once("error", reject);
    worker.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(answer) as Outcome);
      else reject(new Error(`The load generator ended with exit code ${code}.`));
    });
    worker.stdin.end(JSON.stringify(load));
  });
}

/** Until the engine has compiled what is asked again and again: a server that runs for a second only has not. */
const warmingSeconds = 5;

/** The same after some seconds of warming up, of which nothing is counted. */
export async function measureWarm(load: Load): Promise<Outcome> {
  await measureLoad({ ...load, seconds: warmingSeconds });
  const outcome = await measureLoad(load);
  if (outcome.failed > 0) throw new Error(`${outcome.failed} of ${outcome.requests} requests failed: ${load.paths[0]}`);
  return outcome;
}
