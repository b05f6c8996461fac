import { closeDatabase, type Database, type DatabaseLocation, db, openDatabase } from "#db/client";
import { prepareDatabase } from "#db/prepare";
import { installedAt } from "#db/testing/databases";

/** Opens the database at `location` for `work` only, before a server under test takes it as a demo one or not. */
export async function fill<Result>(
  location: DatabaseLocation,
  isDemo: boolean,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  await openDatabase(location);
  try {
    await prepareDatabase(isDemo, installedAt);
    return await work(db());
  } finally {
    await closeDatabase();
  }
}
