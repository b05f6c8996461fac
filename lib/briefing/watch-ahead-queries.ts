import "server-only";
import type { AlertView } from "#lib/alerts/views";
import type { Viewer } from "#lib/auth/policy";
import { isNight } from "#lib/briefing/night";
import type { WatchAhead } from "#lib/briefing/views";
import { listOwnWatches } from "#lib/rotations/own-watch-queries";

/** How long after a night it is about that night, and how far ahead the day after it goes. */
const [hoursAfter, hoursAhead] = [24, 30];

/** The watches that somebody who was woken for this alert last night holds now or within the next day, each rotation once. */
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
  const end = at.add({ hours: hoursAhead }).epochMilliseconds;
  const near = [...present, ...coming.filter(({ from }) => Date.parse(from) < end)];
  return [...Map.groupBy(near, ({ rotation }) => rotation.slug).values()].flatMap(([watch]) =>
    watch?.until ? [{ rotation: watch.rotation, to: watch.until }] : [],
  );
}
