"use client";

import type { ReactNode } from "react";
import { StripTrack } from "#components/rotations/roster/strip-track";
import type { PreviewView } from "#lib/rotations/editor/preview";

const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

type PreviewWeeksProps = { preview: PreviewView; isBefore: boolean; timeZone: string };

/** The weeks of a preview below each other, from Monday to Sunday. */
export function PreviewWeeks({ preview: { weeks, leastWidthRem }, isBefore, timeZone }: PreviewWeeksProps) {
  return (
    <figure>
      <Frame leastRem={leastWidthRem}>
        <div
          aria-hidden="true"
          className="ml-14 grid h-6 grid-cols-7 font-mono text-[0.6875rem] text-ink-faint leading-6"
        >
          {weekdays.map((day) => (
            <span key={day}>{day}</span>
          ))}
        </div>
        <div className="overflow-clip rounded-control border bg-sheet">
          {weeks.map(({ day, before, after }) => (
            <div key={day} className="grid grid-cols-[3.5rem_minmax(0,1fr)] border-t first:border-t-0">
              <span className="sticky left-0 z-4 bg-sheet py-2.5 pl-2 text-ink-faint text-small">
                {dates.format(Date.parse(day))}
              </span>
              <StripTrack
                row={{ ...((isBefore && before) || after), name: `Week of ${dates.format(Date.parse(day))}` }}
                days={daysFrom(day)}
                timeZone={timeZone}
              />
            </div>
          ))}
        </div>
      </Frame>
      <figcaption className="mt-1.5 text-ink-faint text-small">
        Shaded where it is night for whoever stands watch.
      </figcaption>
    </figure>
  );
}

/** Weeks of many short shifts are moved sideways, also by the keyboard, so that names fit. */
function Frame({ leastRem, children }: { leastRem: number; children: ReactNode }) {
  if (leastRem === 0) return children;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can only be scrolled has to be reached by the keyboard
      tabIndex={0}
      aria-label="Week by week, more at the sides"
      className="overflow-x-auto overscroll-x-contain rounded-control"
    >
      <div style={{ minWidth: `${leastRem + labelRem}rem` }}>{children}</div>
    </section>
  );
}

const labelRem = 3.5;

/** The lines between the days of a row. */
function daysFrom(day: string) {
  return weekdays.map((_, index) => ({
    day: `${day} ${index}`,
    left: (100 * index) / weekdays.length,
    width: 100 / weekdays.length,
    isToday: false,
  }));
}
