import { untilText } from "#components/rotations/span-text";
import type { OwnWatch } from "#lib/rotations/own-watch-queries";

/** What the reader's own watches are in a few words: `on watch for Checkout until Mon 09:00`; undefined without one. */
export function presentWatchText(watches: readonly OwnWatch[], timeZone: string, now: string): string | undefined {
  const [first, ...others] = watches;
  if (!first) return undefined;
  const { rotation, until } = first;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return `on watch for ${rotation.name}${until ? ` until ${untilText(until, timeZone, now)}` : ""}${more}`;
}
