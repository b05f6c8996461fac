import "server-only";
import type { Viewer } from "#lib/auth/policy";
import { findSeat } from "#lib/rotations/seat-queries";
import type { Ref, SeatView } from "#lib/rotations/views";

/** Who stands a watch, and who takes it after that; `next` is null where nothing changes in the coming 400 days. */
export type WatchNow = { seat: SeatView; next: SeatView | null };

/** Who stands the watch of a rotation at `at`, and who comes next. */
export async function findWatchNow(
  viewer: Viewer,
  rotation: Ref & { id: string },
  at: Temporal.Instant,
): Promise<WatchNow> {
  const seat = await findSeat(viewer, rotation, at);
  const next = seat.until && (await findSeat(viewer, rotation, Temporal.Instant.from(seat.until)));
  return { seat, next: next || null };
}
