import type { PGlite } from "@electric-sql/pglite";
import type { SQL } from "drizzle-orm";
import { type PgDatabase, PgDialect, type PgQueryResultHKT, type PgTransaction } from "drizzle-orm/pg-core";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { lockDataFolder } from "#db/data-folder";
import { prepareInTransactions } from "#db/prepared-statements";
import * as schema from "#db/schema";

/** The database as the application sees it, whichever driver is underneath. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Tx = PgTransaction<
  PgQueryResultHKT,
  typeof schema,
  import("drizzle-orm").ExtractTablesWithRelations<typeof schema>
>;
/** Where a read may run: on its own, or inside a transaction. */
export type Handle = Database | Tx;

type Connection = {
  db: Database;
  kind: "postgres" | "pglite";
  migrate(folder: string): Promise<void>;
  /** Rows of `text` with `params`, prepared once per connection: for the few hot reads that skip the query builder. */
  raw<Row extends object>(text: string, params: unknown[]): Promise<Row[]>;
  /** How a job runner reaches the same database: through a pool of its own, or through the embedded one. */
  forJobs: JobDatabase;
  close(): Promise<void>;
};

export type JobDatabase = { kind: "postgres"; url: string } | { kind: "pglite"; pglite: PGlite };
export type DatabaseLocation = { url: string } | { dataDir: string };

// Instrumentation and route handlers are bundled apart and share no module state, but they share this.
const shared = globalThis as typeof globalThis & { watchbillConnection?: Connection | undefined };

const options = { schema, casing: "snake_case" } as const;
const dialect = new PgDialect({ casing: "snake_case" });

const sessionSettings = {
  // How alike two words must be for a search to forgive the difference: "paymnets" still finds "payments".
  "pg_trgm.word_similarity_threshold": "0.4",
  // A catalog lies in memory or on flash, where a row by its index costs hardly more than the next row.
  random_page_cost: "1.1",
};

/** Opens the database for this process. Throws `DataFolderInUse` when another process holds the embedded one. */
export async function openDatabase(location: DatabaseLocation = locationFromEnvironment()): Promise<void> {
  if (shared.watchbillConnection) return;
  shared.watchbillConnection = "url" in location ? openPostgres(location.url) : await openPGlite(location.dataDir);
}

/** The embedded data folder of this process, or undefined when it uses a PostgreSQL server. */
export function embeddedDataFolder(): string | undefined {
  const location = locationFromEnvironment();
  return "dataDir" in location ? location.dataDir : undefined;
}

function locationFromEnvironment(): DatabaseLocation {
  const url = process.env.DATABASE_URL;
  return url ? { url } : { dataDir: process.env.WATCHBILL_DATA_DIR || ".watchbill" };
}

function openPostgres(url: string): Connection {
  const client = postgres(url, {
    max: Number(process.env.DATABASE_POOL_SIZE ?? 10),
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => undefined,
    connection: { TimeZone: "UTC", application_name: "watchbill", ...sessionSettings },
  });
  prepareInTransactions(client);
  const db = drizzlePostgres(client, options);
  return {
    db: db as unknown as Database,
    kind: "postgres",
    migrate: async (migrationsFolder) => {
      // Replicas that start together take turns; the lock ends with its connection at the latest.
      const turn = await client.reserve();
      try {
        await turn`select pg_advisory_lock(hashtext('watchbill.migrate'))`;
        await migratePostgres(db, { migrationsFolder });
        await turn`select pg_advisory_unlock(hashtext('watchbill.migrate'))`;
      } finally {
        turn.release();
      }
    },
    raw: async <Row extends object>(text: string, params: unknown[]) =>
      (await client.unsafe(text, params as never[], { prepare: true })) as unknown as Row[],
    forJobs: { kind: "postgres", url },
    close: () => client.end({ timeout: 5 }),
  };
}

async function openPGlite(dataDir: string): Promise<Connection> {
  const lock = lockDataFolder(dataDir);
  try {
    // Loaded only where it is used: a replica on PostgreSQL need not carry a second database in memory.
    const [{ PGlite }, { btree_gist }, { pg_trgm }, { drizzle: drizzlePGlite }, { migrate: migratePGlite }] =
      await Promise.all([
        import("@electric-sql/pglite"),
        import("@electric-sql/pglite/contrib/btree_gist"),
        import("@electric-sql/pglite/contrib/pg_trgm"),
        import("drizzle-orm/pglite"),
        import("drizzle-orm/pglite/migrator"),
      ]);
    const client = await PGlite.create({ dataDir: `${dataDir}/postgres`, extensions: { pg_trgm, btree_gist } });
    await client.exec("set timezone to 'UTC'");
    for (const [setting, value] of Object.entries(sessionSettings)) await client.exec(`set ${setting} to ${value}`);
    const db = drizzlePGlite(client, options);
    return {
      db: db as unknown as Database,
      kind: "pglite",
      migrate: (migrationsFolder) => migratePGlite(db, { migrationsFolder }),
      raw: async <Row extends object>(text: string, params: unknown[]) => (await client.query<Row>(text, params)).rows,
      forJobs: { kind: "pglite", pglite: client },
      close: async () => {
        await client.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The open database. Inside a transaction use its handle instead: the embedded database has one connection. */
export function db(): Database {
  return connection().db;
}

/** Runs `work` in one transaction: all of it is kept, or none. */
export function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db().transaction(work);
}

/**
 * The rows that a hand-written statement returns, with the column names as they come from the database. On `db()` it is
 * planned for its own values each time.
 */
export async function rowsOf<Row extends object>(handle: Handle, statement: SQL): Promise<Row[]> {
  const result = (await handle.execute(statement)) as unknown;
  return Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows;
}

/** Rows of a read outside any transaction, prepared once per connection: for the reads that every page and call makes. */
export function readRows<Row extends object>(statement: SQL): Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return connection().raw<Row>(text, params);
}

/** The same for text with `$1` parameters, without building the statement: for the very hottest. */
export function rawRows<Row extends object>(text: string, params: unknown[]): Promise<Row[]> {
  return connection().raw<Row>(text, params);
}

export function databaseKind(): "postgres" | "pglite" {
  return connection().kind;
}

/** The open database, for the one who runs jobs on it. */
export function jobDatabase(): JobDatabase {
  return connection().forJobs;
}

/** Brings the schema up to date. */
export function migrateDatabase(folder = "db/migrations"): Promise<void> {
  return connection().migrate(folder);
}

export async function closeDatabase(): Promise<void> {
  const open = shared.watchbillConnection;
  shared.watchbillConnection = undefined;
  await open?.close();
}

function connection(): Connection {
  const open = shared.watchbillConnection;
  if (!open) throw new Error("The database is not open: call openDatabase first.");
  return open;
}

/** The name of the constraint that a failed statement violated, or undefined when it failed otherwise. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { constraint_name, constraint } = cause as Error & { constraint_name?: string; constraint?: string };
    if (constraint_name ?? constraint) return constraint_name ?? constraint;
  }
  return undefined;
}

const awayCodes =
  /^(CONNECT|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|08\w{3}|57P0\d|53\w{3}|40001|40P01|55P03|25006)/;

/** Whether a statement failed because the database is away, full, overloaded or gave way to another transaction. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as Error & { code?: unknown };
    if (typeof code === "string" && awayCodes.test(code)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseAway)) return true;
  }
  return false;
}
