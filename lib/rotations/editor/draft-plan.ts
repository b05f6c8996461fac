import type { LayerInput } from "#lib/rotations/inputs";
import { withTurn } from "#lib/rotations/resolver/continue-turns";
import { layerTurns } from "#lib/rotations/resolver/layer-turns";
import { instantOf, momentOf } from "#lib/rotations/resolver/moments";
import type { Version, Watch } from "#lib/rotations/rotation";
import type { LayerView } from "#lib/rotations/views";

type Beginners = {
  layers: readonly LayerInput[];
  /** For each layer, the number of the participant who begins, or `keep`. */
  begins?: readonly ("keep" | number)[] | undefined;
};

/**
 * Layers with the first turns that follow from who was chosen to begin: in a new rotation, where `heldFrom` is null,
 * whoever takes the first handoff; in one that holds, whoever stands watch or comes next at `heldFrom`. A layer
 * for which nobody was chosen stays as it is.
 */
export function withBeginners({ layers, begins = [] }: Beginners, heldFrom: Temporal.Instant | null): LayerInput[] {
  return layers.map((layer, index) => {
    const begin = begins[index] ?? "keep";
    if (begin === "keep") return layer;
    const firstTurn = heldFrom ? withTurn(layer, heldFrom, begin).firstTurn : begin % layer.participants.length;
    return { ...layer, firstTurn: firstTurn ?? 0 };
  });
}

/** The watch once `version` has been opened among those it has; later ones go or stay. */
export function watchWith(watch: Watch, version: Version, replaceLater: boolean): Watch {
  const distance = ({ from }: Version) => Temporal.Instant.compare(from, version.from);
  const kept = watch.versions.filter((other) => (replaceLater ? distance(other) < 0 : distance(other) !== 0));
  const versions = [...kept, version].toSorted((one, other) => Temporal.Instant.compare(one.from, other.from));
  return { ...watch, versions };
}

/** A version from the first handoff on that any of its layers has. */
export function onceBegun({ from, layers }: Version): Version {
  const first = Math.min(...layers.map((layer) => layerTurns(layer).begin));
  return { from: first > momentOf(from) ? instantOf(first) : from, layers };
}

/** For each layer, who has the first turn that is not over at `at`: a number among its participants. */
export function beginnersAt(layers: readonly LayerView[], at: Temporal.Instant): number[] {
  return layers.map((layer) => {
    const participants = layer.participants.map(({ address }) => address);
    const turn = layerTurns({ ...layer, participants }).turnAt(momentOf(at));
    return (turn + layer.firstTurn) % participants.length;
  });
}
