import { sql } from "drizzle-orm";
import { atEnd } from "#bin/bench/cleanup";
import { closeDatabase, db, openDatabase, rowsOf } from "#db/client";
import { prepareDatabase } from "#db/prepare";
import { coverageRuns, installation } from "#db/schema";
import { newDraft } from "#db/seed/draft";
import { draftLargeOrganisation, draftLargeWritings, type LargeOrganisation } from "#db/seed/large";
import { draftVeteran } from "#db/seed/large/veteran";
import { createPostgresDatabase } from "#db/testing/databases";
import { type PostgresServer, startPostgres } from "#db/testing/postgres-server";
import { now } from "#lib/clock";
import { documentUrl } from "#lib/documents/addresses";
import { indexSignatures } from "#lib/signatures/index-signatures";

/** A database filled for measuring, and what the measurements ask it for. */
export type Stage = {
  url: string;
  slugs: string[];
  /** The rotation with the longest history. */
  rotation: string;
  token: string;
  person: string;
  /** Somebody with two rich years behind them. */
  veteran: string;
  /** Where it was asked for. */
  writings: Writings | undefined;
};

/** What the organisation has written down, `service` by its slug. */
export type Writings = {
  documents: { url: string; title: string; service: string; alertNames: string[] }[];
  signatures: { pattern: string; meaning: string }[];
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

/** A database with so many services and all that belongs to them; what is written about them if `isWritten`. */
export async function stageOf(serviceCount: number, { isWritten = false } = {}): Promise<Stage> {
  const url = await emptyDatabase();
  return withDatabase(url, async () => {
    const draft = newDraft();
    const organisation = draftLargeOrganisation(draft, serviceCount);
    const { services, tokens, people, teams, restless } = organisation;
    const veteran = draftVeteran(draft, organisation, now());
    await draft.save(db());
    const writings = isWritten ? await writtenBy(organisation) : undefined;
    const at = now();
    await db()
      .update(installation)
      .set({ fallbackOpsTeamId: teams.ops[0]?.team.id ?? null });
    await doWhatIsDue(at);
    await db().execute(sql`vacuum (analyze)`);
    const [token] = tokens;
    const person = people.find(({ deactivatedAt }) => deactivatedAt === null);
    if (!token || !person?.email) throw new Error("The organisation has no token or nobody who can sign in.");
    return {
      ...{ url, slugs: services.map(({ slug }) => slug), rotation: restless.slug },
      ...{ token: token.secret, person: person.email, veteran: veteran.email ?? "", writings },
    };
  });
}

/** By itself the server would do these while something is measured: today's run, news of managers, Monday's digests. */
async function doWhatIsDue(at: Temporal.Instant): Promise<void> {
  const run = { day: at.toString().slice(0, 10), at, finishedAt: at };
  await db().insert(coverageRuns).values(run).onConflictDoNothing();
  await db()
    .update(installation)
    .set({ managersToldAt: at.add({ hours: 24 }) });
  await db().execute(sql`insert into notification_settings (person_id, digest_sent_at, coverage_sent_at)
    select id, ${at.toString()}, ${at.toString()} from people on conflict do nothing`);
}

async function writtenBy(organisation: LargeOrganisation): Promise<Writings> {
  const draft = newDraft();
  const { documents, signatures } = draftLargeWritings(draft, organisation);
  await withoutSearchIndexes(() => draft.save(db()));
  await indexSignatures();
  return {
    documents: documents.map((document) => {
      const { title, alertNames, service } = document;
      return { url: documentUrl(document), title, alertNames, service: service.slug };
    }),
    signatures: signatures.map(({ pattern, meaning }) => ({ pattern, meaning })),
  };
}

/** Fills in an index at once what would take minutes row by row. */
async function withoutSearchIndexes(work: () => Promise<void>): Promise<void> {
  const indexes = await rowsOf<{ name: string; definition: string }>(
    db(),
    sql`select indexname as name, indexdef as definition from pg_indexes
      where tablename in ('documents', 'document_sections', 'search_words') and indexdef like '% USING gin %'`,
  );
  for (const { name } of indexes) await db().execute(sql`drop index ${sql.identifier(name)}`);
  await work();
  for (const { definition } of indexes) await db().execute(sql.raw(definition));
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
