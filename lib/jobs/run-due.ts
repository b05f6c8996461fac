import "server-only";
import { raiseSilent } from "#lib/alerts/heartbeats/raise-silent";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { now } from "#lib/clock";
import { checkDueLinks } from "#lib/documents/links/check-links";
import { environment } from "#lib/env";
import { makeNewsDue } from "#lib/notifications/news/make-due";
import { sendDue } from "#lib/notifications/send-due";

/** What a run did: how many heartbeats went silent, at how many alerts the pager looked, what was sent, which links were looked at. */
export type Done = { silent: number; steps: number; sent: number; links: number };

/** `checksLinks` is as the settings say unless given; `stop` ends the run as soon as it can. */
export type RunOptions = { checksLinks?: boolean; stop?: AbortSignal };

/**
 * Does what is due at `at`. What that is stands in rows of ours, each claimed by one process, so it may run anywhere,
 * any number of times, also at once: a test plays a night by calling it with its own clock. What wakes people comes
 * first.
 */
export async function runDue(
  at = now(),
  { checksLinks = environment().checksLinks, stop }: RunOptions = {},
): Promise<Done> {
  const silent = await raiseSilent(at, { stop });
  const steps = await takeSteps(at, { stop });
  let sent = await sendDue(at, { stop });
  if ((await makeNewsDue(at)) > 0) sent += await sendDue(at, { stop });
  return { silent, steps, sent, links: checksLinks ? await checkDueLinks(at, { stop }) : 0 };
}
