import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "#db/client";
import { createFolderDatabase, createPostgresDatabase, type OwnDatabase } from "#db/testing/databases";
import { fill } from "#db/testing/fill";
import { freePort } from "#db/testing/postgres-server";
import { forgetSessions } from "#e2e/signed-in";

export type OwnServer = { origin: string; stop(): Promise<void> };

type OwnServerOptions = {
  /** Settings beside PORT, HOST and the data folder; `origin` is where the server will be. */
  settings: (origin: string) => Promise<Record<string, string>>;
  /** What the database holds before the server starts. */
  given: (database: Database) => Promise<unknown>;
};

/** Starts the production build on a free loopback port with a database of its own, of the kind under test. */
export async function startOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  const [server] = await startReplicas(1, options);
  if (!server) throw new Error("No server was started.");
  return server;
}

/** Starts it `count` times on one database, which goes with the last of them. More than one needs PostgreSQL. */
export async function startReplicas(count: number, { settings, given }: OwnServerOptions): Promise<OwnServer[]> {
  const database = await ownDatabase();
  const seats = await Promise.all((await freePorts(count)).map((port) => seatOf(port, database.env, settings)));
  const isDemo = seats.every((seat) => seat.isDemo);
  await fill(database.location, isDemo, given);
  let running = count;
  return Promise.all(
    seats.map(async ({ port, origin, env }) => {
      const child = run(["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", `${port}`], {
        ...env,
        NODE_ENV: "production",
        NEXT_MANUAL_SIG_HANDLE: "true",
      });
      await untilReady(origin, child);
      return {
        origin,
        async stop() {
          forgetSessions(origin);
          child.kill("SIGTERM");
          await finished(child);
          running -= 1;
          if (running === 0) await database.remove();
        },
      };
    }),
  );
}

/** Looked for at the same time, so that no two are the same. */
const freePorts = (count: number) => Promise.all(Array.from({ length: count }, freePort));

async function seatOf(port: number, database: Record<string, string>, settings: OwnServerOptions["settings"]) {
  const origin = `http://localhost:${port}`;
  const chosen = await settings(origin);
  const isDemo = !hasProvider(chosen);
  const env = {
    ...inherited(),
    ...database,
    // On a PostgreSQL server demo mode has to be asked for.
    ...(isDemo && process.env.E2E_DATABASE_SERVER ? { WATCHBILL_DEMO: "1" } : {}),
    PORT: `${port}`,
    HOST: "127.0.0.1",
    ...chosen,
  };
  return { port, origin, isDemo, env };
}

/** A migrated database of the kind under test, without an installation yet, with the settings that lead there. */
async function ownDatabase(): Promise<OwnDatabase & { env: Record<string, string> }> {
  const { E2E_DATABASE_SERVER: server, E2E_TEMPLATE: template } = process.env;
  if (!template) throw new Error("Playwright has made no template.");
  if (!server) {
    const { location, remove } = createFolderDatabase(template);
    return { location, remove, env: { WATCHBILL_DATA_DIR: location.dataDir } };
  }
  const { location, remove } = await createPostgresDatabase(server, template);
  return { location, remove, env: { DATABASE_URL: location.url } };
}

/** A server that has another way to sign in is no demo. */
const hasProvider = (settings: Record<string, string>) =>
  Object.keys(settings).some((name) => /^(AUTH_|SMTP_)/.test(name));

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
