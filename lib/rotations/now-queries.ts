import "server-only";
import { authorize, type Viewer } from "#lib/auth/policy";
import { around, resolvedSeat } from "#lib/rotations/seat-queries";
import type { Ref, SeatView } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";

/** Who stands a watch, and who takes it after that; `next` is null where nothing changes in the coming 400 days. */
export type WatchNow = { seat: SeatView; next: SeatView | null };

/** Who stands the watch of a rotation at `at`, and who comes next. */
export async function findWatchNow(
  viewer: Viewer,
  rotation: Ref & { id: string },
  at: Temporal.Instant,
): Promise<WatchNow> {
  authorize(viewer, "catalog:read");
  const { from, to } = around(at);
  // Who comes next begins somewhere before `to`, and their bounds are sought as far from there.
  const watches = await loadWatches([rotation.id], { from, to: around(to).to });
  const seat = resolvedSeat(rotation, watches, at);
  const next = seat.until && resolvedSeat(rotation, watches, Temporal.Instant.from(seat.until));
  return { seat, next: next || null };
}
