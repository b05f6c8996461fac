"use client";

import { StripTrack } from "#components/rotations/strip-track";
import { classNames } from "#components/ui/class-name";
import type { PreviewView } from "#lib/rotations/preview";

const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

type PreviewWeeksProps = { preview: PreviewView; isBefore: boolean; timeZone: string };

/** The weeks of a preview below each other, from Monday to Sunday. */
export function PreviewWeeks({ preview: { weeks }, isBefore, timeZone }: PreviewWeeksProps) {
  return (
    <figure>
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
            <span className="py-2.5 pl-2 text-ink-faint text-small">{dates.format(Date.parse(day))}</span>
            <StripTrack
              row={{ ...((isBefore && before) || after), name: `Week of ${dates.format(Date.parse(day))}` }}
              days={daysFrom(day)}
              timeZone={timeZone}
            />
          </div>
        ))}
      </div>
      <figcaption className={classNames("mt-1.5 text-ink-faint text-small")}>
        Shaded where it is night for whoever stands watch.
      </figcaption>
    </figure>
  );
}

/** The lines between the days of a row. */
function daysFrom(day: string) {
  return weekdays.map((_, index) => ({
    day: `${day} ${index}`,
    left: (100 * index) / weekdays.length,
    width: 100 / weekdays.length,
    isToday: false,
  }));
}
