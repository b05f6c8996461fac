import { layerTurns } from "#lib/rotations/resolver/layer-turns";
import { instantOf, momentOf } from "#lib/rotations/resolver/moments";
import type { Span, Version } from "#lib/rotations/rotation";

/** The time in `window` in which `version` holds already and a layer of it still waits for its first handoff. */
export type Silence = Span & { layer: string };

/** One for each layer that waits, in the order of the layers. */
export function silentLayers({ from, layers }: Version, window: Span): Silence[] {
  const begin = Math.max(momentOf(from), momentOf(window.from));
  return layers.flatMap((layer) => {
    const end = Math.min(layerTurns(layer).begin, momentOf(window.to));
    return begin < end ? [{ layer: layer.name, from: instantOf(begin), to: instantOf(end) }] : [];
  });
}
