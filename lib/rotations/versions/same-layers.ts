import { isDeepStrictEqual } from "node:util";
import { type HoursWindow, type Layer, weekdays } from "#lib/rotations/rotation";

/** Whether both put the same people on watch at the same times, by layers of the same names, however they are written. */
export function isSameLayers(one: readonly Layer[], other: readonly Layer[]): boolean {
  return isDeepStrictEqual(one.map(canonical), other.map(canonical));
}

function canonical({ name, timeZone, startsAt, every, unit, participants, firstTurn = 0, hours = [] }: Layer) {
  return {
    name,
    zone: timeZone.toLowerCase(),
    startsAt: Temporal.PlainDateTime.from(startsAt).toString(),
    every,
    unit,
    participants: [...participants],
    firstTurn: firstTurn % participants.length,
    hours: daysOf(hours),
  };
}

/** Each window of each weekday once, in one order: how windows are grouped and listed says nothing. */
function daysOf(hours: readonly HoursWindow[]): string[] {
  const days = hours.flatMap((window) =>
    window.weekdays.map((day) => `${weekdays.indexOf(day)} ${window.from} ${window.to}`),
  );
  return [...new Set(days)].sort();
}
