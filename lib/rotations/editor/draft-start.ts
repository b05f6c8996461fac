import { type Draft, draftOf } from "#lib/rotations/editor/draft";
import { beginnersAt } from "#lib/rotations/editor/draft-plan";
import { wallOf } from "#lib/rotations/standing-in/form-times";
import type { VersionView } from "#lib/rotations/views";

/** What the editor begins with, for a rotation that there is or for a new one. */

/**
 * The draft of a version, to be changed. One that holds is changed from now on or, where a date is wished, from the
 * next handoff, `nextHandoff`, an ISO instant; one that does not hold yet keeps its beginning and who begins.
 */
export function draftOfVersion(version: VersionView, nextHandoff: string | null, at: Temporal.Instant): Draft {
  const from = Temporal.Instant.from(version.from);
  const homeZone = version.layers[0]?.timeZone ?? "UTC";
  if (Temporal.Instant.compare(from, at) > 0) {
    const beginners = beginnersAt(version.layers, from);
    return draftOf(version.layers, { when: "at", ...shownAt(from, homeZone), beginners });
  }
  const next = nextHandoff ?? at.add({ hours: 24 * 7 });
  return draftOf(version.layers, { when: "now", ...shownAt(next, homeZone) });
}

const shownAt = (at: Temporal.Instant | string, homeZone: string) => ({
  effectiveFrom: wallOf(at, homeZone),
  shown: at.toString(),
});

/** Nine o'clock on the Monday that comes, as a wall-clock time: `2026-03-02T09:00`. */
export function nextMonday(timeZone: string, at: Temporal.Instant): string {
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  return `${today.add({ days: 8 - today.dayOfWeek })}T09:00`;
}
