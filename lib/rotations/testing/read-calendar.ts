import ICAL from "ical.js";
import type { Span } from "#lib/rotations/rotation";

/** An event as another program reads it. */
export type ReadEvent = Span & { uid: string; summary: string; description: string; url: string };

/** Reads a calendar with another library than the one that wrote it. Throws when it is none. */
export function readCalendar(text: string): { name: string; events: ReadEvent[] } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const textOf = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name) ?? "");
  return {
    // The library takes no property that begins with X for text, and leaves it as it is written.
    name: textOf(calendar, "x-wr-calname").replace(/\\([\\;,])/g, "$1"),
    events: calendar.getAllSubcomponents("vevent").map((component) => {
      const { uid, summary, description, startDate, endDate } = new ICAL.Event(component);
      return {
        ...{ uid, summary, description, url: textOf(component, "url") },
        ...{ from: instantOf(startDate), to: instantOf(endDate) },
      };
    }),
  };
}

function instantOf(time: ICAL.Time): Temporal.Instant {
  if (time.zone?.tzid !== "UTC") throw new Error(`${time} is no time in UTC.`);
  return Temporal.Instant.fromEpochMilliseconds(time.toJSDate().getTime());
}
