import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { closeDatabase, db, inTransaction, migrateDatabase, openDatabase, rowsOf } from "#db/client";
import { installation, people, services, teams } from "#db/schema";

export type Installation = { isDemo: boolean; isEmpty: boolean };

/**
 * Opens the database, brings its schema up to date and makes sure that the installation's row exists.
 * A database that is created here is a demo one when `asDemo`; one that exists stays what it is.
 * Replicas that start together take turns. Throws `DataFolderInUse`.
 */
export async function prepareDatabase(asDemo: boolean, at: Temporal.Instant): Promise<Installation> {
  await openDatabase();
  await migrateDatabase();
  return inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('watchbill.prepare'))`);
    await tx
      .insert(installation)
      .values({ isDemo: asDemo, demoSecret: asDemo ? newSecret() : null, createdAt: at })
      .onConflictDoNothing();
    const [row] = await tx.select({ isDemo: installation.isDemo }).from(installation);
    const [filled] = await rowsOf<{ filled: boolean }>(
      tx,
      sql`select exists (select from ${people}) or exists (select from ${teams}) or exists (select from ${services}) as filled`,
    );
    return { isDemo: row?.isDemo ?? false, isEmpty: !filled?.filled };
  });
}

/** True when every migration that this source knows has been applied. */
export async function isMigrated(): Promise<boolean> {
  const journal = JSON.parse(await readFile("db/migrations/meta/_journal.json", "utf8")) as {
    entries: { when: number }[];
  };
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const [row] = await rowsOf<{ applied: boolean }>(
    db(),
    sql`select coalesce(max(created_at), 0) >= ${newest} as applied from drizzle.__drizzle_migrations`,
  );
  return row?.applied ?? false;
}

/** Removes everything, the history included. The next start begins anew. */
export async function resetDatabase(): Promise<void> {
  await openDatabase();
  await db().execute(sql`drop schema public cascade`);
  await db().execute(sql`create schema public`);
  await db().execute(sql`drop schema if exists drizzle cascade`);
  await closeDatabase();
}

function newSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
}
