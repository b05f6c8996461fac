import { When } from "#components/rotations/when";
import { classNames } from "#components/ui/class-name";
import { Lamp } from "#components/ui/lamp";
import type { DayPiece, MonthDay } from "#lib/rotations/drawing/month";

type MonthCalendarProps = {
  caption: string;
  weeks: readonly MonthDay[][];
  timeZone: string;
  homeZone: string | undefined;
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const longDay = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** A month as a table: a row for each week, and in each day who goes on and who begins. A list of days on a phone. */
export function MonthCalendar({ caption, weeks, timeZone, homeZone }: MonthCalendarProps) {
  return (
    <table className="w-full table-fixed border-collapse max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" className="px-2 pb-1.5 text-left font-normal text-ink-faint text-small">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {weeks.map((week) => (
          <tr key={week[0]?.day} className="border-t align-top max-md:block max-md:border-t-0">
            {week.map((day) => (
              <Day key={day.day} day={day} timeZone={timeZone} homeZone={homeZone} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = { day: MonthDay; timeZone: string; homeZone: string | undefined };

function Day({ day: { day, isToday, isOfMonth, pieces }, timeZone, homeZone }: DayProps) {
  return (
    <td
      className={classNames(
        "h-24 border-l px-1.5 pt-1 pb-2 first:border-l-0 max-md:grid max-md:h-auto max-md:grid-cols-[8rem_minmax(0,1fr)] max-md:border-t max-md:border-l-0 max-md:px-0 max-md:py-2",
        !isOfMonth && "bg-well/60 max-md:hidden",
      )}
    >
      <time
        dateTime={day}
        aria-current={isToday ? "date" : undefined}
        className={classNames(
          "block px-0.5 text-small tabular-nums",
          isToday ? "font-bold text-ink" : "text-ink-faint",
        )}
      >
        <span className="max-md:sr-only">{Number(day.slice(8))}</span>
        <span className="md:hidden">{longDay.format(Date.parse(day)).replace(",", "")}</span>
        {isToday && " today"}
      </time>
      <ul className="mt-0.5 grid gap-0.5 max-md:mt-0">
        {pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: only the first piece of a day has no beginning of its own
          <Piece key={index} piece={piece} timeZone={timeZone} homeZone={homeZone} />
        ))}
      </ul>
    </td>
  );
}

const looks: Record<DayPiece["kind"], string> = {
  watch: "bg-accent-wash",
  override: "bg-over-wash text-over",
  gap: "bg-port-wash font-semibold text-port",
};

function Piece({ piece, timeZone, homeZone }: { piece: DayPiece } & Omit<DayProps, "day">) {
  const { kind, person, from, isNow } = piece;
  return (
    <li className={classNames("wrap-anywhere rounded-small px-1.5 text-small", looks[kind])}>
      {isNow && kind !== "gap" && <Lamp />}
      {from && (
        <>
          <When at={from} timeZone={timeZone} homeZone={homeZone} style="time" />{" "}
        </>
      )}
      {kind === "gap" ? "nobody" : person?.name}
      {kind === "override" && <span className="sr-only"> stands in</span>}
    </li>
  );
}
