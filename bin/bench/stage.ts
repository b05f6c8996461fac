import { sql } from "drizzle-orm";
import { atEnd } from "#bin/bench/cleanup";
import { closeDatabase, db, openDatabase } from "#db/client";
import { prepareDatabase } from "#db/prepare";
import { installation } from "#db/schema";
import { newDraft } from "#db/seed/draft";
import { draftLargeOrganisation } from "#db/seed/large";
import { createPostgresDatabase } from "#db/testing/databases";
import { type PostgresServer, startPostgres } from "#db/testing/postgres-server";
import { now } from "#lib/clock";

/** A database filled for measuring, and what the measurements ask it for. */
export type Stage = {
  url: string;
  slugs: string[];
  /** The rotation with the longest history. */
  rotation: string;
  token: string;
  person: string;
};

let server: Promise<PostgresServer> | undefined;

/** An empty, migrated demo database of its own on a throw-away server, or on the one of TEST_DATABASE_URL. */
export async function emptyDatabase(): Promise<string> {
  server ??= startPostgres().then((started) => {
    atEnd(() => started.stop());
    return started;
  });
  const { url } = await server;
  const { location, remove } = await createPostgresDatabase(url, "template0");
  atEnd(remove);
  return withDatabase(location.url, async () => {
    await prepareDatabase(true, now());
    return location.url;
  });
}

/** A database with so many services and all that belongs to them. */
export async function stageOf(serviceCount: number): Promise<Stage> {
  const url = await emptyDatabase();
  return withDatabase(url, async () => {
    const draft = newDraft();
    const { services, tokens, people, teams, restless } = draftLargeOrganisation(draft, serviceCount);
    await draft.save(db());
    await db()
      .update(installation)
      .set({ fallbackOpsTeamId: teams.ops[0]?.team.id ?? null });
    await db().execute(sql`analyze`);
    const [token] = tokens;
    const person = people.find(({ deactivatedAt }) => deactivatedAt === null);
    if (!token || !person?.email) throw new Error("The organisation has no token or nobody who can sign in.");
    return {
      ...{ url, slugs: services.map(({ slug }) => slug), rotation: restless.slug },
      ...{ token: token.secret, person: person.email },
    };
  });
}

/** Runs `work` with the database at `url` open in this process. */
export async function withDatabase<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  await openDatabase({ url });
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}
