import "server-only";
import { now } from "#lib/clock";
import { checkDueLinks } from "#lib/documents/links/check-links";
import { environment } from "#lib/env";

/** What a run did. */
export type Done = { links: number };

/** `checksLinks` is as the settings say unless given; `stop` ends the run as soon as it can. */
export type RunOptions = { checksLinks?: boolean; stop?: AbortSignal };

/**
 * Does what is due at `at`. What that is stands in rows of ours, each claimed by one process, so it may run anywhere,
 * any number of times, also at once: a test plays a night by calling it with its own clock.
 */
export async function runDue(
  at = now(),
  { checksLinks = environment().checksLinks, stop }: RunOptions = {},
): Promise<Done> {
  return { links: checksLinks ? await checkDueLinks(at, { stop }) : 0 };
}
