import { SpanText } from "#components/rotations/span-text";
import { Link } from "#components/ui/link";
import type { ShiftView } from "#lib/rotations/views";

type ShiftChoiceProps = {
  legend: string;
  shifts: readonly ShiftView[];
  /** The end of the one that is chosen, which stays the same while it is stood; ISO text. */
  chosen: string | undefined;
  /** The page with this shift chosen. */
  hrefOf: (shift: ShiftView) => string;
  /** Each shift says whose it is. */
  isPersonShown?: boolean;
  timeZone: string;
};

const mostShown = 12;

/** Coming shifts to pick by one tap: each is a link that fills the form below. */
export function ShiftChoice({ legend, shifts, chosen, hrefOf, isPersonShown, timeZone }: ShiftChoiceProps) {
  return (
    <nav aria-label={legend} className="mb-6">
      <p className="mb-1.5 font-semibold">{legend}</p>
      <ul className="rows max-w-[34rem] border-b">
        {shifts.slice(0, mostShown).map((shift) => (
          <li key={shift.from}>
            <Link
              href={hrefOf(shift)}
              scroll={false}
              aria-current={shift.to === chosen ? "true" : undefined}
              className="-mx-2 flex flex-wrap items-baseline justify-between gap-x-4 px-2 py-1.75 text-ink! no-underline! hover:bg-well aria-[current]:bg-accent-wash aria-[current]:font-semibold touch:py-3"
            >
              <span>
                <SpanText from={shift.from} to={shift.to} timeZone={timeZone} />
              </span>
              <span className="text-ink-faint text-small">
                {isPersonShown ? shift.person.name : shift.source === "override" ? "standing in" : shift.layer}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {shifts.length > mostShown && (
        <p className="pt-1.5 text-ink-faint text-small">
          and {shifts.length - mostShown} more in the coming eight weeks: choose their times below
        </p>
      )}
    </nav>
  );
}
