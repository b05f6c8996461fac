import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "#db/client";
import { fill } from "#db/testing/fill";
import { freePort } from "#db/testing/postgres-server";

export type OwnServer = { origin: string; stop(): Promise<void> };

type OwnServerOptions = {
  /** Settings beside PORT, HOST and the data folder; `origin` is where the server will be. */
  settings: (origin: string) => Promise<Record<string, string>>;
  /** What the database holds before the server starts. */
  given: (database: Database) => Promise<unknown>;
};

/** Starts the production build on a free loopback port with an embedded database of its own. */
export async function startOwnServer({ settings, given }: OwnServerOptions): Promise<OwnServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "watchbill-e2e-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...inherited(),
    WATCHBILL_DATA_DIR: dataDir,
    PORT: `${port}`,
    HOST: "127.0.0.1",
    ...(await settings(origin)),
  };

  await finished(run(["--conditions=react-server", "bin/migrate.ts"], env));
  await fill({ dataDir }, given);
  const child = run(["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", `${port}`], {
    ...env,
    NODE_ENV: "production",
    NEXT_MANUAL_SIG_HANDLE: "true",
  });
  await untilReady(origin, child);
  return {
    origin,
    async stop() {
      child.kill("SIGTERM");
      await finished(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function run(args: string[], env: Record<string, string>): ChildProcess {
  return spawn("node_modules/.bin/node", args, {
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function finished(child: ChildProcess): Promise<void> {
  const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
  if (code !== 0) throw new Error(`${child.spawnargs.join(" ")} ended with exit code ${code}.`);
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`The server ended with exit code ${child.exitCode} before it was ready.`);
}

/** The machine's environment without the settings of Watchbill, which each server here is given by itself. */
function inherited(): Record<string, string> {
  const ours = /^(AUTH_|WATCHBILL_|SMTP_|MAIL_|DATABASE_|PORT$|HOST$|NODE_OPTIONS$)/;
  const entries = Object.entries(process.env).filter(([name, value]) => value !== undefined && !ours.test(name));
  return Object.fromEntries(entries) as Record<string, string>;
}
