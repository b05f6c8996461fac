/**
 * The span `[from, to)` as somebody would name it who gets it free: `the evening`, `Friday evening`, `the weekend`,
 * `Tuesday to Thursday`, `two weeks`. In days of the IANA zone `timeZone`, as seen at `at`; all instants ISO texts.
 */
export function spanName(span: { from: string; to: string }, timeZone: string, at: string): string {
  const [from, to, now] = [span.from, span.to, at].map((text) =>
    Temporal.Instant.from(text).toZonedDateTimeISO(timeZone),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  const hours = from.until(to).total("hours");
  if (hours <= longestPartHours) return partOfDay(from, to, now);
  if (hours <= longestNightHours && !from.toPlainDate().equals(to.toPlainDate())) return named("night", from, now);
  if (isWeekend(from, to)) return "the weekend";
  const days = Math.round(hours / 24);
  if (days >= 13) return `${counts[Math.round(days / 7)] ?? Math.round(days / 7)} weeks`;
  if (days >= 6) return "the week";
  const last = to.subtract({ minutes: 1 });
  const isOneDay = hours < 30 && dayOfMost(from, to).equals(from.toPlainDate());
  return isOneDay ? dayName(from, now) : `${weekday(from)} to ${weekday(last)}`;
}

/** The first word of a name: what a colleague would call them. */
export const givenName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

const longestPartHours = 14;
/** From an evening to the noon after it. */
const longestNightHours = 20;
const counts: Record<number, string> = { 2: "two", 3: "three", 4: "four" };

function partOfDay(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): string {
  const middle = from.add({ minutes: Math.round(from.until(to).total("minutes") / 2) });
  const part =
    middle.hour < 5 ? "night" : middle.hour < 12 ? "morning" : middle.hour < 17 ? "afternoon" : eveningOrNight(middle);
  // The night after Friday is Friday's, also for whoever has it from midnight on.
  const day = part === "night" && middle.hour < 5 ? middle.subtract({ days: 1 }) : middle;
  return named(part, day, now);
}

function named(part: string, day: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): string {
  const name = dayName(day, now);
  return name === "the day" ? `the ${part}` : `${name} ${part}`;
}

const eveningOrNight = (middle: Temporal.ZonedDateTime) => (middle.hour < 22 ? "evening" : "night");

function isWeekend(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): boolean {
  const saturday = [5, 6].includes(from.dayOfWeek);
  const length = from.until(to).total("hours");
  return saturday && [7, 1].includes(to.dayOfWeek) && length > 24 && length <= 90;
}

/** The day on which most of a span of about a day lies. */
function dayOfMost(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): Temporal.PlainDate {
  return from.add({ minutes: Math.round(from.until(to).total("minutes") / 2) - 1 }).toPlainDate();
}

function dayName(day: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): string {
  const ahead = now.toPlainDate().until(day.toPlainDate()).days;
  if (ahead === 0) return "the day";
  if (ahead > 0 && ahead < 7) return weekday(day);
  return day.toPlainDate().toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "short" });
}

const weekday = (day: Temporal.ZonedDateTime) => day.toPlainDate().toLocaleString("en-GB", { weekday: "long" });
