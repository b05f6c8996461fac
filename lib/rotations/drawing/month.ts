import { dayAt, spanOfDays, weeksOf } from "#lib/rotations/drawing/days";
import type { Span } from "#lib/rotations/rotation";
import type { GapView, RosterView, ShiftView } from "#lib/rotations/views";

/** A shift or a gap on one day. */
export type DayPiece = {
  kind: "watch" | "override" | "gap";
  /** Whose watch it is; of a gap, whose it would have been. */
  person: { name: string; address: string } | null;
  /** When it begins, an ISO instant; null where it goes on from the day before. */
  from: string | null;
  /** It holds now, and this is today. */
  isNow: boolean;
};

/** `day` is a date such as `2026-11-22`. */
export type MonthDay = { day: string; isToday: boolean; isOfMonth: boolean; pieces: DayPiece[] };

/** The whole weeks that a month touches, in `timeZone`. */
export function spanOfMonth(month: Temporal.PlainYearMonth, timeZone: string): Span {
  const weeks = weeksOf(month);
  const [first] = weeks.flat();
  return spanOfDays(first ?? month.toPlainDate({ day: 1 }), 7 * weeks.length, timeZone);
}

/** The weeks of a month with what a roster says of each day, in the reader's zone. */
export function monthOf(
  roster: RosterView,
  month: Temporal.PlainYearMonth,
  { timeZone, now }: { timeZone: string; now: string },
): MonthDay[][] {
  const today = dayAt(now, timeZone);
  const all = [...roster.shifts, ...roster.gaps].toSorted(
    (one, other) => Date.parse(one.from) - Date.parse(other.from),
  );
  return weeksOf(month).map((week) =>
    week.map((day) => {
      const { from, to } = spanOfDays(day, 1, timeZone);
      const [begin, end] = [from.epochMilliseconds, to.epochMilliseconds];
      const pieces = all.filter((one) => Date.parse(one.from) < end && Date.parse(one.to) > begin);
      return {
        day: `${day}`,
        isToday: day.equals(today),
        isOfMonth: day.month === month.month,
        pieces: pieces.map((piece) =>
          pieceOf(piece, roster, { begin, now: day.equals(today) ? Date.parse(now) : null }),
        ),
      };
    }),
  );
}

type OfDay = { begin: number; now: number | null };

function pieceOf(piece: ShiftView | GapView, roster: RosterView, { begin, now }: OfDay): DayPiece {
  return {
    ...("person" in piece
      ? { kind: piece.source === "override" ? "override" : "watch", person: piece.person }
      : { kind: "gap", person: piece.deactivated }),
    // Where the roster itself begins, nobody knows who held the watch before.
    from: Date.parse(piece.from) >= begin && piece.from !== roster.from ? piece.from : null,
    isNow: now !== null && Date.parse(piece.from) <= now && now < Date.parse(piece.to),
  };
}
