import { NeighbourTable } from "#components/services/neighbour-table";
import { Section } from "#components/ui/section";
import type { Neighbour } from "#lib/services/queries";

/** Before a service is retired: what living things still need it. */
export function StillNeeded({ name, neededBy }: { name: string; neededBy: readonly Neighbour[] }) {
  const living = neededBy.filter(({ isRetired }) => !isRetired);
  if (living.length === 0) return null;
  return (
    <Section title="Still needed by" note={String(living.length)}>
      <NeighbourTable caption={`What still needs ${name}`} neighbours={living} />
    </Section>
  );
}
