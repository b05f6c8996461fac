import type { DisplacedPart } from "#db/schema";
import type { Span } from "#lib/rotations/rotation";
import { meeting } from "#lib/rotations/spans";

export const spanOfPart = ({ from, to }: DisplacedPart): Span => ({
  from: Temporal.Instant.from(from),
  to: Temporal.Instant.from(to),
});

/** The parts that lie within `window`, and what they had taken the place of, cut to it. */
export function partsWithin(parts: readonly DisplacedPart[], window: Span): DisplacedPart[] {
  return parts.flatMap((part) => {
    const span = meeting(spanOfPart(part), window);
    if (!span) return [];
    const displaced = partsWithin(part.displaced, span);
    return [{ ...part, from: span.from.toString(), to: span.to.toString(), displaced }];
  });
}

/** The parts as they would be had there been no such swap: what its halves had taken the place of comes up. */
export function withoutSwap(parts: readonly DisplacedPart[], swapId: string): DisplacedPart[] {
  return parts.flatMap((part) => {
    const displaced = withoutSwap(part.displaced, swapId);
    return part.swapId === swapId ? displaced : [{ ...part, displaced }];
  });
}
