import { type ChildProcess, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { atEnd } from "#bin/bench/cleanup";
import { untilReady } from "#bin/start/address";
import { startNext } from "#bin/start/next";
import { freePort } from "#db/testing/postgres-server";

export type RunningServer = {
  origin: string;
  /** Bytes of memory that the server's processes hold now. */
  memory(): number;
  stop(): Promise<void>;
};

/** Where the tools of the bench talk: its own output is the table alone. */
export const standardError = 2;

/** The production server on the database at `url`, on a free loopback port. The source must be built. */
export async function startServer(url: string): Promise<RunningServer> {
  const port = await freePort();
  const env = {
    ...{ NODE_ENV: "production", NEXT_MANUAL_SIG_HANDLE: "true", HOST: "127.0.0.1", PORT: `${port}` },
    ...{ DATABASE_URL: url, WATCHBILL_DEMO: "1", AUTH_SECRET: randomBytes(32).toString("hex") },
  };
  const child = startNext(["start", "--hostname", "127.0.0.1", "--port", `${port}`], env, standardError);
  const stop = () => stopped(child);
  atEnd(stop);
  const origin = `http://127.0.0.1:${port}`;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  await untilReady(origin, hasEnded);
  if (hasEnded()) throw new Error("The server did not start.");
  return { origin, memory: () => memoryOf(child.pid), stop };
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** The process and its children, as the system counts them: resident pages, in bytes. */
function memoryOf(pid: number | undefined): number {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number, number]);
  const family = new Set([pid]);
  for (const [child, parent] of processes.toSorted(([a], [b]) => a - b)) if (family.has(parent)) family.add(child);
  return processes.filter(([child]) => family.has(child)).reduce((sum, [, , kilobytes]) => sum + kilobytes * 1024, 0);
}
