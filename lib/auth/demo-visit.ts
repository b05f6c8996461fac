import "server-only";
import { demoRefusal } from "#lib/auth/demo-guard";
import { environment } from "#lib/env";
import { cameHeader } from "#lib/running-server";

/**
 * Why demo mode refuses this request, for answers that do not pass through the proxy; undefined when it does not.
 * A request without the server's note of how it came was never sent over the network.
 */
export function refusalOfVisit({ headers }: Request): string | undefined {
  const came = headers.get(cameHeader);
  return came !== null && environment().asDemo ? demoRefusal({ host: headers.get("host"), came }) : undefined;
}
