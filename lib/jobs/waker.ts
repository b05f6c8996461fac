import "server-only";
import { now } from "#lib/clock";

/** Some work that is due from time to time. */
export type Chore = {
  name: string;
  /** Does what is due at `at`; `stop` ends it as soon as it can. */
  run: (at: Temporal.Instant, stop: AbortSignal) => Promise<unknown>;
  /** When something is due next, or null while nothing is. */
  nextDueAt: () => Promise<Temporal.Instant | null>;
  /** How many runs may be under way at once: more than one where a run may wait for somebody else. */
  most?: number;
};

export type Waker = { wake(): void; stop(): Promise<void> };

/** It is looked at least this often, whatever was known to be due. */
const longestMilliseconds = 60_000;
/** What stays due after a run, because another process has it or it failed, is not asked for in a circle. */
const restMilliseconds = 1_000;
const failedMilliseconds = 5_000;

/**
 * Does a chore at the instant at which something of it is due, and whenever it is woken; many wakes together are one.
 * What goes wrong is given to `tell` and tried again.
 */
export function startWaker({ run, nextDueAt, most = 1, name }: Chore, tell: (error: unknown) => void): Waker {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;

  function wake(): void {
    if (isWanted || stopping.signal.aborted) return;
    isWanted = true;
    // Not within the caller: it has just committed and has an answer to give.
    setImmediate(begin);
  }

  function begin(): void {
    if (!isWanted || underWay.size >= most || stopping.signal.aborted) return;
    isWanted = false;
    clearTimeout(timer);
    const running = work().finally(() => {
      underWay.delete(running);
      begin();
    });
    underWay.add(running);
  }

  async function work(): Promise<void> {
    const milliseconds = await run(now(), stopping.signal)
      .then(restOf)
      .catch((error) => {
        tell(new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error }));
        return failedMilliseconds;
      });
    clearTimeout(timer);
    if (!stopping.signal.aborted) timer = setTimeout(wake, milliseconds).unref();
  }

  /** How long nothing of it is due, in milliseconds. */
  async function restOf(): Promise<number> {
    const dueAt = await nextDueAt();
    if (!dueAt) return longestMilliseconds;
    const milliseconds = dueAt.epochMilliseconds - now().epochMilliseconds + 1;
    return Math.min(Math.max(milliseconds, restMilliseconds), longestMilliseconds);
  }

  wake();
  return {
    wake,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await Promise.allSettled(underWay);
    },
  };
}
