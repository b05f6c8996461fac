import { hoursOf } from "#lib/rotations/resolver/hours";
import type { Stretch } from "#lib/rotations/resolver/moments";
import { clockOf } from "#lib/rotations/resolver/wall-clock";
import { type HoursWindow, weekdays } from "#lib/rotations/rotation";

/** The night of somebody who has not said when they wake and sleep; the briefing is dimmed then too. */
export const usualNight: HoursWindow = { weekdays: [...weekdays], from: "22:00", to: "06:00" };

/** The working hours of a team that has not said when it works. */
export const usualWork: HoursWindow = { weekdays: weekdays.slice(0, 5), from: "09:00", to: "17:00" };

/** When it is night in `timeZone` within `[from, to)`, cut to it and in order. */
export function nightsWithin(timeZone: string, { from, to }: Stretch): Stretch[] {
  return hoursOf([usualNight], clockOf(timeZone)).activeWithin(from, to);
}
