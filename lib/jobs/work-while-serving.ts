import "server-only";
import { environment } from "#lib/env";
import { startWorkers, stopWorkers } from "#lib/jobs/workers";
import { onShutdown } from "#lib/running-server";

/** Does what is due for as long as the server runs. Where nothing may be done, as in demo mode, nobody is woken for it. */
export function workWhileServing(): void {
  if (!environment().checksLinks) return;
  startWorkers();
  onShutdown(stopWorkers);
}
