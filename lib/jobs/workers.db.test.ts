import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { closeDatabase, db, openDatabase } from "#db/client";
import { ownDatabase } from "#db/testing/test-database";
import { startWorkers, stopWorkers } from "#lib/jobs/workers";

afterEach(async () => {
  await stopWorkers();
  await closeDatabase();
  vi.restoreAllMocks();
});

/** The next line on standard error that holds `words`. */
function toldOnStandardError(words: RegExp): Promise<string> {
  const told = Promise.withResolvers<string>();
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    if (words.test(String(text))) told.resolve(String(text));
    return true;
  });
  return told.promise;
}

test("with the database away the process goes on trying, says so, and can be stopped", async () => {
  const told = toldOnStandardError(/^Jobs: .*try again/);
  await openDatabase({ url: "postgres://nobody@127.0.0.1:9/nowhere" });
  startWorkers({ run: async () => ({ silent: 0, steps: 0, sent: 0, links: 0 }) });
  expect(await told).toContain("start() failed");
});

test("connections that the database cuts off end neither the process nor the workers", async () => {
  const own = await ownDatabase();
  await openDatabase(own.location);
  const woken = Promise.withResolvers<void>();
  startWorkers({
    pollingSeconds: 0.5,
    run: async () => {
      woken.resolve();
      return { silent: 0, steps: 0, sent: 0, links: 0 };
    },
  });
  await woken.promise;
  const told = toldOnStandardError(/^Jobs: /);
  const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'watchbill jobs'`;
  await db().execute(cut);
  expect(await told).toContain("terminating connection");
  await stopWorkers();
  await closeDatabase();
  await own.remove();
});
