import "server-only";
import type { Viewer } from "#lib/auth/policy";
import { listOwnShifts } from "#lib/rotations/roster-queries";
import type { Ref } from "#lib/rotations/views";

/** A watch of one person. `until` is an ISO instant, null where it goes on beyond what was looked at. */
export type OwnWatch = { rotation: Ref; from: string; until: string | null; isOverride: boolean };

/** `present` are held now, each told from now on; `coming` begin later. Both in order. */
export type OwnWatches = { present: OwnWatch[]; coming: OwnWatch[] };

const weeksAhead = 8;
/** Most watches end within so many: of one that does not, a head line need not say when. */
const weeksOfPresent = 2;

/** The watches that somebody holds at `at` or will hold in the eight weeks after it, over all living rotations. */
export async function listWatchesOf(
  viewer: Viewer,
  personId: string,
  at: Temporal.Instant,
  weeks = weeksAhead,
): Promise<OwnWatches> {
  const window = { from: at, to: at.add({ hours: 24 * 7 * weeks }) };
  const shifts = await listOwnShifts(viewer, personId, window);
  const watches = shifts.map(({ rotation, from, to, source }) => ({
    rotation,
    from,
    until: Date.parse(to) < window.to.epochMilliseconds ? to : null,
    isOverride: source === "override",
  }));
  const isPresent = ({ from }: OwnWatch) => Date.parse(from) <= at.epochMilliseconds;
  return { present: watches.filter(isPresent), coming: watches.filter((watch) => !isPresent(watch)) };
}

/** The viewer's own. A service token stands none. */
export async function listOwnWatches(viewer: Viewer, at: Temporal.Instant): Promise<OwnWatches> {
  return viewer.personId ? listWatchesOf(viewer, viewer.personId, at) : { present: [], coming: [] };
}

/** The watches that the viewer holds at `at`, for a line that stands on every page. */
export async function listPresentWatches(viewer: Viewer, at: Temporal.Instant): Promise<OwnWatch[]> {
  if (!viewer.personId) return [];
  const { present } = await listWatchesOf(viewer, viewer.personId, at, weeksOfPresent);
  return present;
}
