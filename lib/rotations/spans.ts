import type { Span } from "#lib/rotations/rotation";

/** What two spans have in common, or undefined where they do not meet. */
export function meeting(one: Span, other: Span): Span | undefined {
  const [from, to] = [laterOf(one.from, other.from), earlierOf(one.to, other.to)];
  return isBefore(from, to) ? { from, to } : undefined;
}

/** What is left of `span` without `taken`: nothing, one part or two. */
export function without(span: Span, taken: Span): Span[] {
  return [
    { from: span.from, to: earlierOf(span.to, taken.from) },
    { from: laterOf(span.from, taken.to), to: span.to },
  ].filter(({ from, to }) => isBefore(from, to));
}

/** The same time in as few spans as possible, in order. They may meet. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of spans.toSorted((one, other) => Temporal.Instant.compare(one.from, other.from))) {
    const last = joined.at(-1);
    if (last && !isBefore(last.to, from)) last.to = laterOf(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The parts of `spans` that lie within `window`. */
export function clipped(spans: readonly Span[], window: Span): Span[] {
  return spans.flatMap((span) => meeting(span, window) ?? []);
}

/** From the first beginning to the last end of spans in order; undefined of none. */
export function extentOf(spans: readonly Span[]): Span | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last && { from: first.from, to: last.to };
}

export const isSameSpan = (one: Span, other: Span) => one.from.equals(other.from) && one.to.equals(other.to);

export const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

export const laterOf = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? other : one);

export const earlierOf = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? one : other);
