import { Instant } from "#components/ui/instant";
import { instantText } from "#components/ui/instant-text";

type SpanTextProps = { from: string; to: string; timeZone: string; isZoneShown?: boolean };

/** From when to when, in the reader's zone: the second day is named only where it is another one. */
export function SpanText({ from, to, timeZone, isZoneShown }: SpanTextProps) {
  const isOneDay = instantText(from, timeZone, "day") === instantText(to, timeZone, "day");
  return (
    <>
      <Instant at={from} timeZone={timeZone} style="moment" /> –{" "}
      <Instant at={to} timeZone={timeZone} style={isOneDay ? "time" : "moment"} isZoneShown={isZoneShown} />
    </>
  );
}

/** The same as text, for options and names of buttons. */
export function spanText(from: string, to: string, timeZone: string): string {
  const isOneDay = instantText(from, timeZone, "day") === instantText(to, timeZone, "day");
  return `${instantText(from, timeZone, "moment")} – ${instantText(to, timeZone, isOneDay ? "time" : "moment")}`;
}

const weekMilliseconds = 6 * 24 * 3_600_000;

/** An end as somebody would say it: `Mon 09:00` within the week, with the date beyond. */
export function untilText(until: string, timeZone: string, now: string): string {
  const isNear = Date.parse(until) - Date.parse(now) < weekMilliseconds;
  return instantText(until, timeZone, isNear ? "weekday" : "moment");
}
