import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another process holds the embedded data folder; `server` says how to reach it when it is a server. */
export class DataFolderInUse extends Error {
  readonly server: LocalServer | undefined;
  constructor(dataDir: string, { server, cause }: { server: LocalServer | undefined; cause: unknown }) {
    const holder = server ? `the server at ${server.address} (process ${server.pid})` : "another process";
    super(`The data folder ${dataDir} is in use by ${holder}.`, { cause });
    this.name = "DataFolderInUse";
    this.server = server;
  }
}

export type LocalServer = { address: string; secret: string; pid: number };

/**
 * Takes the data folder for this process, or throws `DataFolderInUse`. The lock is SQLite's on a file
 * beside the data: the kernel frees it when the process dies, however it dies.
 */
export function lockDataFolder(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(path.join(dataDir, "lock.sqlite"));
  try {
    lock.exec("pragma busy_timeout = 0; begin exclusive");
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked|busy/i.test(error.message))
      throw new DataFolderInUse(dataDir, { server: readLocalServer(dataDir), cause: error });
    throw error;
  }
  return { release: () => lock.close() };
}

/** Says in the data folder how other commands reach the server that holds it. Readable by its owner only. */
export function announceLocalServer(dataDir: string, server: LocalServer): void {
  rmSync(serverFile(dataDir), { force: true });
  writeFileSync(serverFile(dataDir), JSON.stringify(server), { mode: 0o600 });
}

export function withdrawLocalServer(dataDir: string): void {
  rmSync(serverFile(dataDir), { force: true });
}

function readLocalServer(dataDir: string): LocalServer | undefined {
  try {
    return JSON.parse(readFileSync(serverFile(dataDir), "utf8")) as LocalServer;
  } catch {
    return undefined;
  }
}

const serverFile = (dataDir: string) => path.join(dataDir, "server.json");
