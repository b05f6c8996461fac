import { layerTurns } from "#lib/rotations/resolver/layer-turns";
import { momentOf } from "#lib/rotations/resolver/moments";
import type { Layer, Watch } from "#lib/rotations/rotation";

/**
 * Layers of a version that begins at `from`, with each `firstTurn` chosen so that the turns go on: whoever has the
 * turn then keeps it until the next handoff, or the next in line takes it who still takes part; then come the others
 * in the order of the layer. A layer goes on from the one of its name in `before`, or else from the one in its place.
 * A layer whose `firstTurn` differs from that one's was given it on purpose and stays as it is, as does a new layer.
 */
export function continueTurns(before: Watch, from: Temporal.Instant, layers: readonly Layer[]): Layer[] {
  const version = before.versions.findLast((version) => Temporal.Instant.compare(version.from, from) < 0);
  return layers.map((layer, index) => {
    const former = version && formerLayer(version.layers, layers, index);
    if (!former || isChosen(layer, former)) return layer;
    return withTurn(layer, from, bestContinuation(queueAt(former, from, layer), layer.participants));
  });
}

/** The same for those layers only that name no `firstTurn`; where nothing holds yet, all stay as they are. */
export function keepTurns(before: Watch | undefined, from: Temporal.Instant, layers: readonly Layer[]): Layer[] {
  const continued = before ? continueTurns(before, from, layers) : layers;
  return layers.map((layer, index) => (layer.firstTurn === undefined ? (continued[index] ?? layer) : layer));
}

/** The layer with such a `firstTurn` that the participant at `index` has the first turn that is not over at `from`. */
export function withTurn(layer: Layer, from: Temporal.Instant, index: number): Layer {
  const count = layer.participants.length;
  const turn = layerTurns(layer).turnAt(momentOf(from));
  const firstTurn = (((index - turn) % count) + count) % count;
  return firstTurn === (layer.firstTurn ?? 0) % count ? layer : { ...layer, firstTurn };
}

function formerLayer(formers: readonly Layer[], layers: readonly Layer[], index: number): Layer | undefined {
  const sameName = formers.find(({ name }) => name === layers[index]?.name);
  const samePlace = formers[index];
  const isElsewhere = layers.some(({ name }) => name === samePlace?.name);
  return sameName ?? (isElsewhere ? undefined : samePlace);
}

function isChosen(layer: Layer, former: Layer): boolean {
  return layer.firstTurn !== undefined && layer.firstTurn !== (former.firstTurn ?? 0);
}

/** One round of the former turns, beginning with the one that is not over when the new layer begins to speak. */
function queueAt(former: Layer, from: Temporal.Instant, layer: Layer): string[] {
  const turns = layerTurns(former);
  const turn = turns.turnAt(Math.max(momentOf(from), layerTurns(layer).begin)) + (former.firstTurn ?? 0);
  return rotated(former.participants, turn);
}

/** Where among `participants` to go on with this queue: there, most of those who remain keep their order. */
function bestContinuation(queue: readonly string[], participants: readonly string[]): number {
  const remaining = queue.filter((person) => participants.includes(person));
  const kept = participants.map((_, index) => {
    const following = rotated(participants, index);
    if (following[0] !== remaining[0]) return 0;
    const familiar = following.filter((person) => queue.includes(person));
    const parted = familiar.findIndex((person, place) => person !== remaining[place]);
    return parted === -1 ? familiar.length : parted;
  });
  return kept.indexOf(Math.max(...kept));
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
