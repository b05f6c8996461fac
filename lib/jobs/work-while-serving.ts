import "server-only";
import { leaveTheNight, watchTheNight } from "#lib/jobs/night";
import { startWorkers, stopWorkers, tell } from "#lib/jobs/workers";
import { onShutdown } from "#lib/running-server";

/** Does what is due for as long as the server runs: at its instant, and once a minute besides, whatever was missed. */
export function workWhileServing(): void {
  watchTheNight(tell);
  startWorkers();
  onShutdown(leaveTheNight);
  onShutdown(stopWorkers);
}
