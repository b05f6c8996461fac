import "server-only";
import { type Holiday, listHolidaysByRegion } from "#lib/people/holiday-queries";
import { dayAt } from "#lib/rotations/drawing/days";
import type { Span } from "#lib/rotations/rotation";

/** The public holidays of these people in `window`, by person; without those whose region is not said, or not known. */
export async function holidaysOf(
  people: readonly { id: string; holidayRegion: string | null }[],
  window: Span,
): Promise<Map<string, Holiday[]>> {
  const regions = people.flatMap(({ holidayRegion }) => holidayRegion ?? []);
  // Wherever somebody is, their day is at most one away from that of UTC.
  const [from, to] = [dayAt(window.from, "UTC").subtract({ days: 1 }), dayAt(window.to, "UTC").add({ days: 2 })];
  const byRegion = await listHolidaysByRegion(regions, from, to);
  return new Map(
    people.flatMap(({ id, holidayRegion }) => {
      const holidays = byRegion.get(holidayRegion ?? "");
      return holidays ? [[id, holidays] as const] : [];
    }),
  );
}
