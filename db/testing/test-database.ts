import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, type DatabaseLocation, openDatabase } from "#db/client";
import { createFolderDatabase, createPostgresDatabase, type OwnDatabase } from "#db/testing/databases";

type TestServer = { kind: "postgres"; url: string; template: string } | { kind: "pglite"; template: string };

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * Gives the calling test file a migrated, empty database of its own: `#db/client` is open on it before the
 * first test and closed after the last. PostgreSQL or PGlite, as the Vitest project says.
 */
export function testDatabase(): void {
  let own: OwnDatabase | undefined;

  beforeAll(async () => {
    own = await ownDatabase();
    await openDatabase(own.location);
  });

  afterAll(async () => {
    await closeDatabase();
    await own?.remove();
  });
}

/** A database that only the caller knows, for tests that start processes of their own. The caller removes it. */
export async function ownDatabase(): Promise<OwnDatabase> {
  const server = inject("testServer");
  return server.kind === "postgres"
    ? createPostgresDatabase(server.url, server.template)
    : createFolderDatabase(server.template);
}

/** The environment in which a child process uses the database at `location`. */
export function environmentOf(location: DatabaseLocation): Record<string, string> {
  return "url" in location
    ? { DATABASE_URL: location.url }
    : { DATABASE_URL: "", WATCHBILL_DATA_DIR: location.dataDir };
}
