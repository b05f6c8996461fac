import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setClock } from "#lib/clock";
import { type Chore, startWaker, type Waker } from "#lib/jobs/waker";

const three = Temporal.Instant.from("2026-03-03T03:00:00Z");
let waker: Waker | undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: three.epochMilliseconds, toFake: ["setTimeout", "clearTimeout", "setImmediate", "Date"] });
  setClock(() => Temporal.Instant.fromEpochMilliseconds(vi.getMockedSystemTime()?.getTime() ?? 0));
});

afterEach(async () => {
  await waker?.stop();
  vi.useRealTimers();
  setClock(undefined);
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** Notes when a chore was done, in seconds after three o'clock. */
function noting(facts: Partial<Chore> = {}, tell: (error: unknown) => void = () => undefined) {
  const done: number[] = [];
  const run = async (at: Temporal.Instant) => done.push(three.until(at).total("seconds"));
  waker = startWaker({ name: "A chore", run, nextDueAt: async () => null, ...facts }, tell);
  return done;
}

test("looks at once, and within a minute whatever is known to be due", async () => {
  const done = noting();
  await pass(130_000);
  expect(done.map(Math.floor)).toEqual([0, 60, 120]);
});

test("comes back at the instant at which something is due", async () => {
  const due = [three.add({ seconds: 20 }), null];
  const done = noting({ nextDueAt: async () => due.shift() ?? null });
  await pass(30_000);
  expect(done.map(Math.floor)).toEqual([0, 20]);
});

test("what stays due is not asked for in a circle", async () => {
  const done = noting({ nextDueAt: async () => three });
  await pass(10_500);
  expect(done.length).toBeLessThanOrEqual(11);
});

test("a hundred wakes are one", async () => {
  const done = noting();
  await pass(10);
  for (let count = 0; count < 100; count += 1) waker?.wake();
  await pass(10);
  expect(done).toHaveLength(2);
});

test("a wake while it is at work makes it look once more", async () => {
  const going = Promise.withResolvers<number>();
  let runs = 0;
  noting({ run: () => (++runs === 1 ? going.promise : Promise.resolve(0)) });
  await pass(10);
  for (let count = 0; count < 5; count += 1) waker?.wake();
  await pass(10);
  expect(runs).toBe(1);
  going.resolve(0);
  await pass(10);
  expect(runs).toBe(2);
});

test("where several runs may be under way, one that hangs keeps no other waiting", async () => {
  let runs = 0;
  const going = Promise.withResolvers<number>();
  noting({ most: 2, run: () => (++runs === 1 ? going.promise : Promise.resolve(0)) });
  await pass(10);
  waker?.wake();
  await pass(10);
  expect(runs).toBe(2);
  going.resolve(0);
});

test("what goes wrong is told, and tried again after five seconds", async () => {
  const told: string[] = [];
  let runs = 0;
  const run = async () => {
    runs += 1;
    throw new Error("The database went away");
  };
  noting({ run }, (error) => told.push((error as Error).message));
  await pass(5_500);
  expect([runs, told[0]]).toEqual([2, "A chore: The database went away"]);
});

test("once stopped it waits for what is under way, and begins nothing more", async () => {
  let runs = 0;
  const going = Promise.withResolvers<void>();
  noting({
    run: async (_at, stop) => {
      runs += 1;
      stop.addEventListener("abort", () => going.resolve());
      await going.promise;
    },
  });
  await pass(10);
  await waker?.stop();
  waker?.wake();
  await pass(100_000);
  expect(runs).toBe(1);
});
