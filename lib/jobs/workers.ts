import "server-only";
import { fromPglite, PgBoss } from "pg-boss";
import { type JobDatabase, jobDatabase } from "#db/client";
import { now } from "#lib/clock";
import { type Done, type RunOptions, runDue } from "#lib/jobs/run-due";

type Workers = { boss: PgBoss; stopping: AbortController };
type Run = (at: Temporal.Instant, options: RunOptions) => Promise<Done>;

export type WorkerOptions = {
  /** What is done when it is time; `runDue` unless a test watches. */
  run?: Run;
  /** How often it is looked whether it is time. */
  pollingSeconds?: number;
};

// Instrumentation and route handlers are bundled apart and share no module state, but they share this.
const shared = globalThis as typeof globalThis & { watchbillWorkers?: Workers | undefined };

const queue = "watchbill.due";
/** Once a minute, by whichever replica comes first. */
const everyMinute = "* * * * *";

/**
 * Wakes `runDue` once a minute for as long as this process lives, in one of the processes on this database. Returns at
 * once: with the database away it goes on trying. What goes wrong is told on standard error and ends nothing.
 */
export function startWorkers({ run = runDue, pollingSeconds = 20 }: WorkerOptions = {}): void {
  if (shared.watchbillWorkers) return;
  const boss = new PgBoss({ ...connectionTo(jobDatabase()), ...quietly });
  const workers = { boss, stopping: new AbortController() };
  shared.watchbillWorkers = workers;
  boss.on("error", tell);
  boss.on("warning", ({ message }) => tell(message));
  begin(workers, run, pollingSeconds).catch(tell);
}

/** Takes no more jobs, lets what is under way come to a stop, and lets the database go. */
export async function stopWorkers(): Promise<void> {
  const workers = shared.watchbillWorkers;
  shared.watchbillWorkers = undefined;
  workers?.stopping.abort();
  await workers?.boss.stop({ timeout: stopMilliseconds }).catch(tell);
}

const stopMilliseconds = 5_000;

// It only wakes: what is due stands in rows of ours, so nothing of its bookkeeping is worth much work.
const quietly = {
  schema: "watchbill_jobs",
  application_name: "watchbill jobs",
  cronMonitorIntervalSeconds: 30,
  cronWorkerIntervalSeconds: 20,
  persistWarnings: false,
  registerInstance: false,
  monitorVacuum: false,
  reindex: false,
};

function connectionTo(database: JobDatabase) {
  return database.kind === "postgres"
    ? { connectionString: database.url, max: 2 }
    : { db: fromPglite(database.pglite), backend: "pglite" as const };
}

async function begin({ boss, stopping }: Workers, run: Run, pollingSeconds: number): Promise<void> {
  await boss.start({ attempts: untilItWorks });
  // A wake that nobody could follow is worth nothing later: the next one comes within the minute.
  const options = { policy: "exclusive", retryLimit: 0, expireInSeconds: 600, retentionSeconds: 120 };
  await boss.createQueue(queue, { ...options, deleteAfterSeconds: 3_600 });
  await boss.schedule(queue, everyMinute);
  // A process that was down may have missed something.
  await boss.send(queue);
  await boss.work(queue, { pollingIntervalSeconds: pollingSeconds }, async () => {
    await run(now(), { stop: stopping.signal }).catch(tell);
  });
}

const untilItWorks = 1_000_000;

/** Says on standard error what went wrong. */
export function tell(error: unknown): void {
  process.stderr.write(`Jobs: ${error instanceof Error ? error.message || error.name : error}\n`);
}
