import "server-only";
import { raiseSilent } from "#lib/alerts/heartbeats/raise-silent";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { now } from "#lib/clock";
import { coverageDigestDue } from "#lib/coverage/digest-due";
import { matchDue } from "#lib/coverage/match-due";
import { measureDue } from "#lib/coverage/measure-due";
import { checkDueLinks } from "#lib/documents/links/check-links";
import { environment } from "#lib/env";
import { oneAfterAnother } from "#lib/jobs/one-after-another";
import { sendOwnHeartbeat } from "#lib/jobs/own-heartbeat";
import { makeNewsDue } from "#lib/notifications/news/make-due";
import { sendDue } from "#lib/notifications/send-due";
import { tellManagersDue } from "#lib/records/tell-managers";

/** What a run did: how many heartbeats went silent, at how many alerts the pager looked, what was sent, which links were looked at. */
export type Done = { silent: number; steps: number; sent: number; links: number };

/** `checksLinks` is as the settings say unless given; `stop` ends the run as soon as it can. */
export type RunOptions = { checksLinks?: boolean; stop?: AbortSignal };

/**
 * Does what is due at `at`. What that is stands in rows of ours, each claimed by one process, so it may run anywhere,
 * any number of times, also at once: a test plays a night by calling it with its own clock. What wakes people comes
 * first; what goes wrong keeps nothing that follows from being done, and is thrown when all is done.
 */
export async function runDue(
  at = now(),
  { checksLinks = environment().checksLinks, stop }: RunOptions = {},
): Promise<Done> {
  const [silent = 0, steps = 0, pages = 0, news = 0, , links = 0] = await oneAfterAnother([
    () => raiseSilent(at, { stop }),
    () => takeSteps(at, { stop }),
    () => sendDue(at, { stop }),
    async () => ((await makeNewsDue(at)) > 0 ? sendDue(at, { stop }) : 0),
    async () => Number(await sendOwnHeartbeat(at, stop)),
    async () => (checksLinks ? checkDueLinks(at, { stop }) : 0),
    async () => ((await tellManagersDue(at)) > 0 ? sendDue(at, { stop }) : 0),
    () => matchDue(at, { stop }),
    () => measureDue(at, { stop }),
    async () => ((await coverageDigestDue(at)) > 0 ? sendDue(at, { stop }) : 0),
  ]);
  return { silent, steps, sent: pages + news, links };
}
