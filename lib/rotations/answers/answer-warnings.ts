import { silentLayers } from "#lib/rotations/resolver/silence";
import type { Layer } from "#lib/rotations/rotation";
import type { GapView, LayerView, RotationView, VersionView } from "#lib/rotations/views";

/** A participant about whom something has to be said. */
export type DoubtfulParticipant = { address: string; name: string; isDeactivated: boolean };

/**
 * What an answer of the API warns of: layers that are silent until they start, gaps of the coming `days` days, and
 * participants who are deactivated or outside the team. One sentence each.
 */
export function answerWarnings(
  { team, version, laterVersions }: RotationView,
  { gaps, doubtful, days }: { gaps: readonly GapView[]; doubtful: readonly DoubtfulParticipant[]; days: number },
): string[] {
  return [
    ...[version, ...laterVersions].flatMap(silences),
    ...gapWarning(gaps, days),
    ...doubtful.map(({ address, name, isDeactivated }) =>
      isDeactivated
        ? `${name} (${address}) is deactivated: their turns are gaps.`
        : `${name} (${address}) is not in the team ${team.name}.`,
    ),
  ];
}

// A first handoff may be further away than any window that is asked for.
const endless = Temporal.Instant.from("2300-01-01T00:00:00Z");

function silences({ from, until, layers }: VersionView): string[] {
  const begin = Temporal.Instant.from(from);
  const window = { from: begin, to: until === null ? endless : Temporal.Instant.from(until) };
  return silentLayers({ from: begin, layers: layers.map(layerOf) }, window).map(
    ({ layer, to }) => `The layer “${layer}” is silent until ${to}.`,
  );
}

const layerOf = ({ participants, ...layer }: LayerView): Layer => ({
  ...layer,
  participants: participants.map(({ address }) => address),
});

function gapWarning([first, ...others]: readonly GapView[], days: number): string[] {
  if (!first) return [];
  const span = `from ${first.from} to ${first.to}`;
  if (others.length === 0) return [`Nobody stands watch ${span}.`];
  return [`Nobody stands watch in ${others.length + 1} spans of the next ${days} days, the first time ${span}.`];
}
