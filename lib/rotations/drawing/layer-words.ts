import { type HoursWindow, type Unit, type Weekday, weekdays } from "#lib/rotations/rotation";

type Pattern = { timeZone: string; startsAt: string; every: number; unit: Unit; hours?: readonly HoursWindow[] };

/** When a layer changes hands, in words of its own zone: `weekly from Mon 09:00`, `every 8 hours from 06:00`. */
export function patternWords({ startsAt, every, unit }: Pick<Pattern, "startsAt" | "every" | "unit">): string {
  const first = Temporal.PlainDateTime.from(startsAt);
  const time = startsAt.slice(11, 16);
  const rhythm = every === 1 ? once[unit] : `every ${every} ${unit}s`;
  switch (unit) {
    case "hour":
      return every === 1 && time.endsWith(":00") ? rhythm : `${rhythm} from ${time}`;
    case "day":
      return `${rhythm} at ${time}`;
    case "week":
      return `${rhythm} from ${shortNames[first.dayOfWeek - 1]} ${time}`;
    case "month":
      return `${rhythm} on the ${ordinal(first.day)} at ${time}`;
  }
}

const once: Record<Unit, string> = { hour: "hourly", day: "daily", week: "weekly", month: "monthly" };

/** When a layer is active, in words: `Mon–Fri 09:00–17:00, Sat 10:00–14:00`. Empty for one that is active at all times. */
export function hoursWords(hours: readonly HoursWindow[] = []): string {
  return hours.map(({ weekdays: days, from, to }) => `${daysWords(days)} ${from}–${to}`).join(", ");
}

function daysWords(days: readonly Weekday[]): string {
  const numbers = days.map((day) => weekdays.indexOf(day)).toSorted((one, other) => one - other);
  if (numbers.length === weekdays.length) return "every day";
  const runs: number[][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs.map(runWords).join(", ");
}

function runWords(run: readonly number[]): string {
  const [first, last] = [shortNames[run[0] ?? 0], shortNames[run.at(-1) ?? 0]];
  if (run.length === 1) return `${first}`;
  return `${first}${run.length === 2 ? ", " : "–"}${last}`;
}

const shortNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function ordinal(day: number): string {
  const isTeen = day > 10 && day < 14;
  const ending = isTeen ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th");
  return `${day}${ending}`;
}
