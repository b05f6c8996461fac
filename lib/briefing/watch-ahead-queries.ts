import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { AlertView } from "#lib/alerts/views";
import type { Viewer } from "#lib/auth/policy";
import { endOfDayAfter } from "#lib/briefing/day-after";
import { isNight } from "#lib/briefing/night";
import type { WatchAhead } from "#lib/briefing/views";
import { listOwnWatches } from "#lib/rotations/own-watch-queries";

/** How long after a night it is about that night. */
const hoursAfter = 24;

/** What somebody who was woken for this alert last night would stand of the day after it, each rotation once. */
export async function listWatchesAhead(
  viewer: Viewer,
  { pages }: Pick<AlertView, "pages">,
  at: Temporal.Instant,
): Promise<WatchAhead[]> {
  const wasWoken = pages.some(({ person, kind, at: when }) => {
    const instant = Temporal.Instant.from(when);
    const isLately = Temporal.Instant.compare(instant.add({ hours: hoursAfter }), at) > 0;
    return person.id === viewer.personId && kind === "page" && isLately && isNight(instant, viewer.timeZone);
  });
  if (!wasWoken) return [];
  const { present, coming } = await listOwnWatches(viewer, at);
  const end = endOfDayAfter(at, viewer.timeZone);
  const near = [...present, ...coming.filter(({ from }) => Date.parse(from) < end.epochMilliseconds)];
  const asked = await listAsked(viewer, at, end);
  return [...Map.groupBy(near, ({ rotation }) => rotation.slug).values()].flatMap(([watch]) => {
    if (!watch?.until) return [];
    const { rotation, from, until: shiftEndsAt } = watch;
    const to = Date.parse(shiftEndsAt) < end.epochMilliseconds ? shiftEndsAt : end.toString();
    return [{ rotation, from, to, shiftEndsAt, isAsked: asked.has(rotation.slug) }];
  });
}

/** The rotations in which the viewer asks for cover of that time already, by slug. */
async function listAsked({ personId }: Viewer, at: Temporal.Instant, end: Temporal.Instant): Promise<Set<string>> {
  const rows = await readRows<{ slug: string }>(sql`
    select distinct r.slug from cover_requests c join rotations r on r.id = c.rotation_id
    where c.person_id = ${personId}::uuid and c.claimed_at is null and c.withdrawn_at is null
      and c.starts_at < ${end.toString()}::timestamptz and c.ends_at > ${at.toString()}::timestamptz`);
  return new Set(rows.map(({ slug }) => slug));
}
