import { closeDatabase, type Database, type DatabaseLocation, db, openDatabase } from "#db/client";

/** Opens the database at `location` for `work` only, before a server under test takes it. */
export async function fill<Result>(
  location: DatabaseLocation,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  await openDatabase(location);
  try {
    return await work(db());
  } finally {
    await closeDatabase();
  }
}
