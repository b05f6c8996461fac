import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Span, Watch } from "#lib/rotations/rotation";

/** Somebody takes a watch over. `until` is null where that lies beyond the window. */
export type Beginning = { person: string; from: Temporal.Instant; until: Temporal.Instant | null };

/** Who takes `watch` over within `window`, in order. Whoever held it until then, in whatever way, takes nothing over. */
export function beginningsWithin(watch: Watch, window: Span): Beginning[] {
  const { shifts } = resolveRoster(watch, window);
  return shifts.flatMap(({ person, from, to }, index) => {
    const before = shifts[index - 1];
    const wentOn = before?.person === person && before.to.equals(from);
    if (from.equals(window.from) || wentOn) return [];
    return [{ person, from, until: to.equals(window.to) ? null : to }];
  });
}
