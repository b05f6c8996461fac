import { Invalid } from "#lib/errors";
import type { Span } from "#lib/rotations/rotation";
import { isBefore, laterOf } from "#lib/rotations/spans";

/** The longest span that one change may be about. */
const mostDays = 400;

/** Changes are made by the second. */
export const wholeSecond = (instant: Temporal.Instant): Temporal.Instant =>
  instant.round({ smallestUnit: "second", roundingMode: "floor" });

/**
 * The span that somebody wishes to change, in whole seconds: `from` left out or past is `at`. Throws Invalid, naming
 * `to` (or the field below `path`), when it is over, ends before it begins, or is longer than 400 days.
 */
export function wishedSpan(
  wish: { from?: Temporal.Instant | undefined; to: Temporal.Instant },
  at: Temporal.Instant,
  path = "to",
): Span {
  const present = wholeSecond(at);
  const [from, to] = [laterOf(wholeSecond(wish.from ?? at), present), wholeSecond(wish.to)];
  if (!isBefore(present, to)) throw new Invalid("This is over: choose an end that is still to come.", path);
  if (!isBefore(from, to)) throw new Invalid("The end has to come after the beginning.", path);
  if (isBefore(from.add({ hours: 24 * mostDays }), to))
    throw new Invalid(`Choose at most ${mostDays} days at once.`, path);
  return { from, to };
}
