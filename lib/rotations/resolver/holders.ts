import type { Moment, Stretch } from "#lib/rotations/resolver/moments";
import type { Shift } from "#lib/rotations/rotation";

/** Who holds a watch, and by what. */
export type Holder = Omit<Shift, "from" | "to">;

/** A stretch of one holder. Lists of them are in order, and apart from each other. */
export type Held = Stretch & { holder: Holder };

/** A stretch of one holder or, where that is null, of nobody: because of `deactivated`, if that is somebody. */
export type Piece = Stretch & { holder: Holder | null; deactivated: string | null };

/** What both hold together: `top` where it holds anything, and `bottom` elsewhere. */
export function over(top: readonly Held[], bottom: readonly Held[]): Held[] {
  if (top.length === 0) return [...bottom];
  if (bottom.length === 0) return [...top];
  const result: Held[] = [];
  let next = 0;
  for (const lower of bottom) {
    let reached = lower.from;
    for (let upper = top[next]; upper && upper.from < lower.to; upper = top[next]) {
      if (reached < upper.from) result.push({ ...lower, from: reached, to: upper.from });
      reached = Math.max(reached, upper.to);
      if (upper.to > lower.to) break;
      result.push(upper);
      next += 1;
    }
    if (reached < lower.to) result.push({ ...lower, from: reached });
  }
  return [...result, ...top.slice(next)];
}

/** The whole of `[from, to)`: what is held, and between it nobody. */
export function tiled(held: readonly Held[], from: Moment, to: Moment): Piece[] {
  const pieces: Piece[] = [];
  let reached = from;
  for (const one of held) {
    if (reached < one.from) pieces.push({ from: reached, to: one.from, holder: null, deactivated: null });
    pieces.push({ ...one, deactivated: null });
    reached = one.to;
  }
  if (reached < to) pieces.push({ from: reached, to, holder: null, deactivated: null });
  return pieces;
}

/** Neighbours that say the same become one. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const isSame = last && last.deactivated === piece.deactivated && isSameHolder(last.holder, piece.holder);
    if (isSame) result[result.length - 1] = { ...last, to: piece.to };
    else result.push(piece);
  }
  return result;
}

export function isSameHolder(one: Holder | null, other: Holder | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.person === other.person &&
    one.source === other.source &&
    one.layer === other.layer &&
    one.override === other.override
  );
}
