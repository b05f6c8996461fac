import "server-only";

const shared = globalThis as typeof globalThis & { watchbillClock?: (() => Temporal.Instant) | undefined };

/** The present instant. The only place that reads the time; every rule takes `at` as an argument. */
export function now(): Temporal.Instant {
  return shared.watchbillClock?.() ?? Temporal.Now.instant();
}

/** Lets tests say what time it is; `undefined` gives the real clock back. */
export function setClock(clock: Temporal.Instant | (() => Temporal.Instant) | undefined): void {
  shared.watchbillClock = clock instanceof Temporal.Instant ? () => clock : clock;
}
