import "server-only";

type Wake = () => void;

// Instrumentation and route handlers are bundled apart and share no module state, but they share this.
const shared = globalThis as typeof globalThis & { watchbillWake?: Wake | undefined };

/**
 * Lets this process do at once what is due, after a commit that made something due. Returns at once and never throws;
 * many calls together wake it once. Where nothing runs, as in a command, it does nothing: the minute's wake-up follows.
 */
export function wakeSoon(): void {
  shared.watchbillWake?.();
}

/** Names what is woken; undefined when nothing is any more. */
export function onWake(wake: Wake | undefined): void {
  shared.watchbillWake = wake;
}
