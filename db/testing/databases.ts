import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { closeDatabase, type DatabaseLocation, migrateDatabase, openDatabase } from "#db/client";
import { prepareDatabase } from "#db/prepare";

/** A database that one test file, or one server under test, has for itself. */
export type OwnDatabase = { location: DatabaseLocation; remove(): Promise<void> };
type PostgresDatabase = OwnDatabase & { name: string; location: { url: string } };

/** When installations of tests were created. */
export const installedAt = Temporal.Instant.from("2026-01-01T00:00:00Z");

type TemplateOptions = { hasInstallation?: boolean };

/**
 * A migrated, empty database on the server at `serverUrl`, to be cloned. It must stay without connections. Without an
 * installation it becomes a demo one or not with the first who prepares a clone.
 */
export async function createPostgresTemplate(serverUrl: string, options?: TemplateOptions): Promise<PostgresDatabase> {
  const template = await createPostgresDatabase(serverUrl, "template0");
  await migrate(template.location, options);
  return template;
}

/** A clone of the database `template` on the server at `serverUrl`, its name drawn at random. */
export async function createPostgresDatabase(serverUrl: string, template: string): Promise<PostgresDatabase> {
  const name = `watchbill_test_${randomBytes(8).toString("hex")}`;
  await onServer(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    name,
    location: { url: url.href },
    remove: () => onServer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

/** A migrated, empty data folder, to be copied while no process holds it. */
export async function createFolderTemplate(options?: TemplateOptions): Promise<OwnDatabase & { folder: string }> {
  const template = createEmptyFolder();
  await migrate(template.location, options);
  return template;
}

/** A copy of the data folder `template` in the system's folder for temporary files. */
export function createFolderDatabase(template: string) {
  const copy = createEmptyFolder();
  cpSync(template, copy.folder, { recursive: true });
  return copy;
}

/** A data folder that no database has been made in yet. */
function createEmptyFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "watchbill-data-"));
  return {
    folder,
    location: { dataDir: folder },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function migrate(location: DatabaseLocation, { hasInstallation = true }: TemplateOptions = {}): Promise<void> {
  await openDatabase(location);
  try {
    await (hasInstallation ? prepareDatabase(false, installedAt) : migrateDatabase());
  } finally {
    await closeDatabase();
  }
}

async function onServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
