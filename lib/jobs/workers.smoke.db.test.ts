import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { testDatabase } from "#db/testing/test-database";
import { startWorkers, stopWorkers } from "#lib/jobs/workers";

testDatabase();

afterEach(stopWorkers);

test("wakes what is due, beside other work on the database, and stops before the database is closed", async () => {
  const woken = Promise.withResolvers<Temporal.Instant>();
  const stopped = Promise.withResolvers<void>();
  const run = async (at: Temporal.Instant, { stop }: { stop?: AbortSignal }) => {
    await db().execute("select 1");
    stop?.addEventListener("abort", () => stopped.resolve());
    woken.resolve(at);
    await stopped.promise;
    return { silent: 0, steps: 0, sent: 0, links: 0 };
  };
  startWorkers({ run, pollingSeconds: 0.5 });
  startWorkers({ run: () => Promise.reject(new Error("A process has one.")) });
  await woken.promise;
  await stopWorkers();
  await expect(stopped.promise).resolves.toBeUndefined();
  await db().execute("select 1");
});

test("what goes wrong in a run is told, and does not end the process", async () => {
  const told = Promise.withResolvers<string>();
  const write = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    if (String(text).includes("went away")) told.resolve(String(text));
    return true;
  });
  startWorkers({ run: () => Promise.reject(new Error("The database went away")), pollingSeconds: 0.5 });
  expect(await told.promise).toBe("Jobs: The database went away\n");
  write.mockRestore();
});
