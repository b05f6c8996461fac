import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { CannotRun } from "#bin/start/steps";

/** Throws `CannotRun` when nothing may listen there. */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(new CannotRun(`${refusal(error, port, host)}`)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function refusal(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === "EADDRINUSE")
    return `Port ${port} is in use: stop what listens there, or set PORT to another one.`;
  if (error.code === "EACCES") return `PORT ${port} needs more rights than this user has: set PORT to 1024 or more.`;
  return `HOST ${host} is no address of this machine (${error.code}).`;
}

/** Waits until the server at `address` says that it is ready, or `hasEnded` does. */
export async function untilReady(address: string, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded()) {
    const answer = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await pause(100);
  }
}
