import { SpanText } from "#components/rotations/span-text";
import { Instant } from "#components/ui/instant";
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
  /** Where the roster begins: a shift from there on is stood now. ISO text. */
  now: string;
};

const mostInSight = 4;

/** Coming shifts to pick by one tap: each is a link that fills the form below. */
export function ShiftChoice({ legend, shifts, chosen, ...rest }: ShiftChoiceProps) {
  const [first, others] = [shifts.slice(0, mostInSight), shifts.slice(mostInSight)];
  return (
    <nav aria-label={legend} className="mb-6 max-w-[34rem]">
      <p className="mb-1.5 font-semibold">{legend}</p>
      <ShiftLinks shifts={first} chosen={chosen} {...rest} />
      {others.length > 0 && (
        <details open={others.some(({ to }) => to === chosen)}>
          <summary className="inline-block rounded-small py-1.75 text-accent text-small touch:py-3">
            {others.length} more in the coming eight weeks
          </summary>
          <ShiftLinks shifts={others} chosen={chosen} {...rest} />
        </details>
      )}
    </nav>
  );
}

function ShiftLinks({ shifts, chosen, hrefOf, isPersonShown, timeZone, now }: Omit<ShiftChoiceProps, "legend">) {
  return (
    <ul className="rows border-b">
      {shifts.map((shift) => (
        <li key={shift.from}>
          <Link
            href={`${hrefOf(shift)}#span`}
            aria-current={shift.to === chosen ? "true" : undefined}
            className="-mx-2 flex flex-wrap items-baseline justify-between gap-x-4 px-2 py-1.75 text-ink! no-underline! hover:bg-well aria-[current]:bg-accent-wash aria-[current]:font-semibold touch:py-3"
          >
            <span>
              {shift.from === now ? (
                <>
                  Now – <Instant at={shift.to} timeZone={timeZone} style="moment" />
                </>
              ) : (
                <SpanText from={shift.from} to={shift.to} timeZone={timeZone} />
              )}
            </span>
            <span className="font-normal text-ink-faint text-small">
              {isPersonShown ? shift.person.name : shift.source === "override" ? "standing in" : shift.layer}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
