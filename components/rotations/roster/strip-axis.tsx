import { classNames } from "#components/ui/class-name";
import { zoneText } from "#components/ui/instant-text";
import { type Band, type DrawnDay, drawZone, type RowWindow } from "#lib/rotations/drawing/strip";

const dates = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", timeZone: "UTC" });
const weekdays = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });

/** The dates below rows that show the same days. */
export function StripAxis({ days }: { days: readonly DrawnDay[] }) {
  return <Days days={days} format={dates} isTodayMarked className="h-6 leading-6" />;
}

/** The days of the week above rows that are weeks. */
export function WeekdayAxis({ days }: { days: readonly DrawnDay[] }) {
  return <Days days={days} format={weekdays} className="h-6 leading-6" />;
}

type DaysProps = { days: readonly DrawnDay[]; format: Intl.DateTimeFormat; isTodayMarked?: boolean; className: string };

function Days({ days, format, isTodayMarked, className }: DaysProps) {
  return (
    <div
      aria-hidden="true"
      className={classNames("relative ml-(--strip-label) font-mono text-[0.6875rem] text-ink-faint", className)}
    >
      {days.map(({ day, left, width, isToday }) => (
        <span
          key={day}
          className={classNames(
            "absolute overflow-clip whitespace-nowrap pl-px",
            isTodayMarked && isToday && "font-bold text-ink",
          )}
          style={{ left: `${left}%`, width: `${width}%` }}
        >
          {format.format(Date.parse(day)).replace(",", "")}
        </span>
      ))}
    </div>
  );
}

/** When each zone works and when it sleeps, above the rows. */
export function StripZones({ zones, window }: { zones: readonly string[]; window: RowWindow }) {
  return (
    <div className="grid gap-y-0.5 border-b py-1.5">
      {zones.map((zone) => {
        const { work, nights } = drawZone(zone, window);
        return (
          <div key={zone} className="items-center sm:grid sm:grid-cols-[var(--strip-label)_minmax(0,1fr)]">
            <span className="sticky left-0 px-3 text-ink-faint text-small leading-4">{zoneText(zone)}</span>
            <div
              role="img"
              aria-label={`Working hours and nights of ${zoneText(zone)} in your time`}
              className="relative h-2.5 overflow-clip"
            >
              <Bands bands={nights} className="inset-y-0 bg-night-shade" />
              <Bands bands={work} className="inset-y-1 rounded-full bg-ink-faint/60" />
            </div>
          </div>
        );
      })}
    </div>
  );
}

function Bands({ bands, className }: { bands: readonly Band[]; className: string }) {
  return bands.map(({ left, width }) => (
    <span key={left} className={classNames("absolute", className)} style={{ left: `${left}%`, width: `${width}%` }} />
  ));
}
