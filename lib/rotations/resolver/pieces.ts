import { type Held, joined, over, type Piece, tiled } from "#lib/rotations/resolver/holders";
import { layerTurns } from "#lib/rotations/resolver/layer-turns";
import { type Moment, momentOf, type Stretch } from "#lib/rotations/resolver/moments";
import type { Layer, Override, Span, Version, Watch } from "#lib/rotations/rotation";

/** The pieces that tile `[from, to)`, neighbours that say the same joined. */
export type Pieces = (from: Moment, to: Moment) => Piece[];

/** Reads a watch once, to be asked for any of its time. */
export function piecesOf(watch: Watch): Pieces {
  const heldByVersions = versionsOf(watch.versions);
  const overrides = overridesOf(watch.overrides);
  const withoutDeactivated = deactivationsOf(watch.inactive);

  return (from, to) => {
    const held = over(cutTo(overrides, from, to), heldByVersions(from, to));
    return joined(tiled(held, from, to).flatMap(withoutDeactivated));
  };
}

function versionsOf(versions: readonly Version[]): (from: Moment, to: Moment) => Held[] {
  const begins = versions.map((version) => momentOf(version.from));
  const layered = versions.map(({ layers }) => layersOf(layers));
  return (from, to) =>
    layered.flatMap((heldWithin, index) => {
      const begin = Math.max(from, begins[index] ?? from);
      const end = Math.min(to, begins[index + 1] ?? to);
      return begin < end ? heldWithin(begin, end) : [];
    });
}

/** Later layers win. A version of long ago is not read before somebody asks for its time. */
function layersOf(layers: readonly Layer[]): (from: Moment, to: Moment) => Held[] {
  let read: ReturnType<typeof layerTurns>[] | undefined;
  return (from, to) => {
    read ??= layers.map(layerTurns);
    return read.reduce((lower: Held[], layer) => over(layer.heldWithin(from, to), lower), []);
  };
}

/** In the order of time. Should two overlap in spite of all, the one that began first goes on. */
function overridesOf(overrides: readonly Override[]): Held[] {
  const held: Held[] = [];
  const inOrder = [...overrides].sort((one, other) => Temporal.Instant.compare(one.from, other.from));
  for (const { id, person, ...span } of inOrder) {
    const [from, to] = [Math.max(momentOf(span.from), held.at(-1)?.to ?? Number.NEGATIVE_INFINITY), momentOf(span.to)];
    if (from < to) held.push({ from, to, holder: { person, source: "override", layer: null, override: id } });
  }
  return held;
}

function cutTo(held: readonly Held[], from: Moment, to: Moment): Held[] {
  return held
    .filter((one) => one.from < to && from < one.to)
    .map(({ holder, ...one }) => ({ holder, from: Math.max(from, one.from), to: Math.min(to, one.to) }));
}

/** Whoever was deactivated holds nothing, and nothing beneath shows through. */
function deactivationsOf(inactive: Watch["inactive"]): (piece: Piece) => Piece[] {
  const read = new Map<string, Stretch[]>();
  const stretchesOf = (person: string): Stretch[] => {
    const known = read.get(person) ?? stretches(inactive.get(person) ?? []);
    read.set(person, known);
    return known;
  };

  return (piece) => {
    if (!piece.holder || !inactive.has(piece.holder.person)) return [piece];
    const { person } = piece.holder;
    const pieces: Piece[] = [];
    let reached = piece.from;
    for (const away of stretchesOf(person)) {
      const [from, to] = [Math.max(reached, away.from), Math.min(piece.to, away.to)];
      if (from >= to) continue;
      if (reached < from) pieces.push({ ...piece, from: reached, to: from });
      pieces.push({ from, to, holder: null, deactivated: person });
      reached = to;
    }
    if (reached < piece.to) pieces.push({ ...piece, from: reached });
    return pieces;
  };
}

function stretches(spans: readonly Span[]): Stretch[] {
  return spans
    .map(({ from, to }) => ({ from: momentOf(from), to: momentOf(to) }))
    .sort((one, other) => one.from - other.from);
}
