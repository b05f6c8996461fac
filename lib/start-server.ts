import "server-only";
import { randomBytes } from "node:crypto";
import { closeDatabase, embeddedDataFolder, openDatabase } from "#db/client";
import { announceLocalServer, DataFolderInUse, withdrawLocalServer } from "#db/data-folder";
import { isDemoMode } from "#lib/auth/installation";
import { learnAuthorizationOrigin } from "#lib/auth/provider-origins";
import { environment, WrongSetting } from "#lib/env";
import { rememberLocalSecret, stopOnSignals, watchRequests } from "#lib/running-server";

/** Makes this process ready to serve: settings, database, its announcement, and its end. Ends it with one line if it cannot. */
export async function startServer({ ownsSignals }: { ownsSignals: boolean }): Promise<void> {
  try {
    environment();
    await openDatabase();
    await requireDemoDatabase();
  } catch (error) {
    if (!(error instanceof WrongSetting || error instanceof DataFolderInUse)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  watchRequests();
  announce();
  if (ownsSignals) stopOnSignals(letGo);
  void learnAuthorizationOrigin();
}

// A server whose database is away starts nevertheless, says so at /api/health/ready, and recovers with it.
async function requireDemoDatabase(): Promise<void> {
  const { asDemo, DATABASE_URL } = environment();
  if (!asDemo) return;
  const isDemo = await isDemoMode().catch(() => undefined);
  if (isDemo !== false) return;
  const where = DATABASE_URL ? "DATABASE_URL" : "WATCHBILL_DATA_DIR";
  throw new WrongSetting(`${where} names a database that was not created for demo mode: configure a way to sign in.`);
}

function announce(): void {
  const dataDir = embeddedDataFolder();
  if (dataDir === undefined) return;
  const secret = randomBytes(32).toString("base64url");
  rememberLocalSecret(secret);
  announceLocalServer(dataDir, { address: ownAddress(), secret, pid: process.pid });
}

function ownAddress(): string {
  const { HOST, PORT } = environment();
  const isEverywhere = HOST === undefined || HOST === "0.0.0.0" || HOST === "::";
  const host = isEverywhere ? "127.0.0.1" : HOST.includes(":") ? `[${HOST}]` : HOST;
  return `http://${host}:${PORT}`;
}

async function letGo(): Promise<void> {
  const dataDir = embeddedDataFolder();
  if (dataDir !== undefined) withdrawLocalServer(dataDir);
  await closeDatabase();
}
