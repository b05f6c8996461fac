import "server-only";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type LevelSpan, listLevelSpans } from "#lib/coverage/history-queries";
import { findLiveCoverage } from "#lib/coverage/live";
import type { ShownDay } from "#lib/coverage/overview-queries";
import { findPastCoverage } from "#lib/coverage/past";
import type { LiveCoverage, PastCoverage } from "#lib/coverage/views";
import { endOfPastDay, yesterdayIn } from "#lib/teams/past-day";

/** Coverage of one service, live or as it was shown on a past day, and how it came to its level until then. */
export type ServiceCoverage = {
  found: LiveCoverage | PastCoverage;
  spans: LevelSpan[];
  /** The instant that is shown; ISO. */
  until: string;
};

/** What the page of a service's coverage shows for the day `asked`. Undefined: it is retired, and today was asked for. */
export async function findServiceCoverage(
  viewer: Viewer,
  service: { id: string; slug: string },
  asked: string | undefined,
  now: Temporal.Instant,
): Promise<{ coverage: ServiceCoverage | undefined; day: ShownDay }> {
  authorize(viewer, "coverage:read");
  const past = endOfPastDay(asked, viewer.timeZone, now);
  const until = past ?? now;
  const [found, spans] = await Promise.all([
    past ? findPastCoverage(viewer, service.slug, past) : findLiveCoverage(viewer, service.slug, now),
    listLevelSpans(viewer, service.id, until),
  ]);
  const day = { asked, shown: past && asked, closedAt: past?.toString(), latest: yesterdayIn(viewer.timeZone, now) };
  return { day, coverage: found && { found, spans, until: until.toString() } };
}
