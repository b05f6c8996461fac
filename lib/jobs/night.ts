import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { raiseSilent } from "#lib/alerts/heartbeats/raise-silent";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { nextMessageDueAt, nextStepDueAt } from "#lib/jobs/next-due";
import { oneAfterAnother } from "#lib/jobs/one-after-another";
import { onWake } from "#lib/jobs/wake";
import { type Chore, startWaker, type Waker } from "#lib/jobs/waker";
import { sendDue } from "#lib/notifications/send-due";

const sending: Chore = {
  name: "Sending",
  run: (at, stop) => sendDue(at, { stop }),
  nextDueAt: nextMessageDueAt,
  // A receiver that hangs keeps only its own run waiting.
  most: 4,
};

// Instrumentation and route handlers are bundled apart and share no module state, but they share this.
const shared = globalThis as typeof globalThis & { watchbillNight?: Waker[] | undefined };

/**
 * Lets this process page and send at the instant at which that is due, for as long as it lives, and as soon as
 * somebody calls `wakeSoon`. Several processes on one database share the work.
 */
export function watchTheNight(tell: (error: unknown) => void): void {
  if (shared.watchbillNight) return;
  const sender = startWaker(sending, tell);
  const stepping: Chore = {
    name: "Pager",
    run: async (at, stop) => {
      const wake = (taken: number) => {
        if (taken > 0) sender.wake();
        return taken;
      };
      await oneAfterAnother([() => raiseSilent(at, { stop }), () => takeSteps(at, { stop }).then(wake)]);
    },
    nextDueAt: nextStepDueAt,
  };
  const stepper = startWaker(stepping, tell);
  shared.watchbillNight = [stepper, sender];
  onWake(() => {
    stepper.wake();
    sender.wake();
  });
}

/** A receiver that hangs must not keep the process from closing its database in good order. */
const stopMilliseconds = 3_000;

/** Takes nothing more up, and waits a while for what is under way to come to its end. */
export async function leaveTheNight(): Promise<void> {
  const wakers = shared.watchbillNight ?? [];
  shared.watchbillNight = undefined;
  onWake(undefined);
  const stopped = Promise.all(wakers.map((waker) => waker.stop()));
  await Promise.race([stopped, pause(stopMilliseconds, undefined, { ref: false })]);
}
