import type { ReactNode } from "react";
import { StripAxis, StripZones, WeekdayAxis } from "#components/rotations/roster/strip-axis";
import { StripTrack } from "#components/rotations/roster/strip-track";
import { Link } from "#components/ui/link";
import { drawDays, drawRow, leastWidthRem } from "#lib/rotations/drawing/strip";
import type { RosterView } from "#lib/rotations/views";

export type StripRow = {
  key: string;
  /** What a reader sees beside the row; `name` is the same for whoever hears it. */
  label: ReactNode;
  name: string;
  roster: RosterView;
  /** The first day of the row, a date such as `2026-11-22` in the reader's zone. */
  day: string;
  /** The IANA zone of the rotation: that of whoever stands watch and has said none. */
  homeZone: string;
};

type RosterStripProps = {
  rows: readonly StripRow[];
  /** How many whole days each row shows. */
  days: number;
  /** The reader's IANA zone. */
  timeZone: string;
  /** ISO 8601. */
  now: string;
  /** What the strip is called when it has to be scrolled sideways. */
  label: string;
  /** Where the same stands as a table. */
  tableHref?: string;
  /** IANA zones whose working hours and nights are shown above the rows. */
  zones?: readonly string[];
};

/**
 * Who stands watch, over time: shifts, overrides, gaps, the night of whoever stands there, and the line of now.
 * Rows that begin on different days are weeks below each other; otherwise they share one axis of dates.
 */
export function RosterStrip({ rows, days, timeZone, now, label, tableHref, zones = [] }: RosterStripProps) {
  const windowOf = (day: string) => ({ day: Temporal.PlainDate.from(day), days, timeZone });
  const drawn = rows.map((row) => ({ ...row, ...drawRow(row.roster, windowOf(row.day), row.homeZone, now) }));
  const first = rows[0];
  if (!first) return null;
  const present = drawn.find((row) => row.now !== null) ?? first;
  const isInWeeks = rows.some(({ day }) => day !== first.day);
  const least = leastWidthRem(drawn);
  const hasNights = drawn.some(({ nights }) => nights.length > 0);
  const kinds = new Set(drawn.flatMap(({ bars }) => bars.map(({ kind }) => kind)));
  return (
    <figure>
      <Frame label={label} leastRem={least} isInWeeks={isInWeeks}>
        {isInWeeks && <WeekdayAxis days={drawDays(windowOf(first.day), now)} />}
        <div className="overflow-clip rounded-control border bg-sheet print:[print-color-adjust:exact]">
          {zones.length > 1 && <StripZones zones={zones} window={windowOf(present.day)} />}
          {drawn.map((row) => (
            <div
              key={row.key}
              className="flow-root border-t first:border-t-0 sm:grid sm:grid-cols-[var(--strip-label)_minmax(0,1fr)]"
            >
              <div className="sticky left-0 z-4 w-fit min-w-0 bg-sheet px-3 pt-1.5 text-ink-soft text-small sm:w-auto sm:self-stretch sm:py-2.5">
                {row.label}
              </div>
              <StripTrack row={row} days={drawDays(windowOf(row.day), now)} timeZone={timeZone} />
            </div>
          ))}
        </div>
        {!isInWeeks && <StripAxis days={drawDays(windowOf(first.day), now)} />}
      </Frame>
      <figcaption className="mt-1.5 flex flex-wrap justify-between gap-x-6 text-ink-faint text-small">
        <span>{legendOf({ hasNights, hasZones: zones.length > 1, kinds })}</span>
        {tableHref && <Link href={tableHref}>As a table</Link>}
      </figcaption>
    </figure>
  );
}

type FrameProps = { label: string; leastRem: number; isInWeeks: boolean; children: ReactNode };

/** A strip with more in it than fits the screen is moved sideways, also by the keyboard. */
function Frame({ label, leastRem, isInWeeks, children }: FrameProps) {
  const inner = (
    <div
      className="[--strip-label:0rem] sm:[--strip-label:8.2rem]"
      style={leastRem > 0 ? { minWidth: `calc(${leastRem}rem + var(--strip-label))` } : undefined}
    >
      {children}
    </div>
  );
  if (leastRem === 0) return inner;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can only be scrolled has to be reached by the keyboard
      tabIndex={0}
      data-seeks-now={isInWeeks || undefined}
      aria-label={`${label}, more at the sides`}
      className="overflow-x-auto overscroll-x-contain rounded-control print:overflow-visible"
    >
      {inner}
    </section>
  );
}

type Legend = { hasNights: boolean; hasZones: boolean; kinds: ReadonlySet<string> };

function legendOf({ hasNights, hasZones, kinds }: Legend): string {
  const sentences = [
    hasZones && "On top: when each zone works, and its nights.",
    hasNights && "Shaded: night for whoever stands watch.",
    kinds.has("override") && "Violet: somebody stands in.",
    kinds.has("gap") && "Hatched: nobody.",
  ];
  return sentences.filter(Boolean).join(" ");
}
