import { Invalid } from "#lib/errors";
import type { Span } from "#lib/rotations/rotation";
import { isBefore } from "#lib/rotations/spans";

type AskedSpan = { [End in keyof Span]?: Temporal.Instant | undefined };

/** The longest span that one question may be about. */
export const mostDays = 400;

/**
 * The span `[from, to)` that a call asks about: from `at`, and `days` long, where nothing is said. Throws Invalid
 * naming `to` when it ends before it begins, or is longer than 400 days.
 */
export function askedWindow(asked: AskedSpan, at: Temporal.Instant, days: number): Span {
  const from = asked.from ?? at;
  const to = asked.to ?? from.add({ hours: 24 * days });
  if (!isBefore(from, to)) throw new Invalid("The end has to come after the beginning.", "to");
  if (isBefore(from.add({ hours: 24 * mostDays }), to))
    throw new Invalid(`Ask about at most ${mostDays} days at once.`, "to");
  return { from, to };
}
