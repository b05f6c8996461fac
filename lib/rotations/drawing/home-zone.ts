import type { RosterView, RotationView } from "#lib/rotations/views";

/** The IANA zone in which a rotation hands over: that of its first layer. */
export function homeZoneOf({ version }: Pick<RotationView, "version">): string {
  return version.layers[0]?.timeZone ?? "UTC";
}

/** The one IANA zone in which all layers hand over; undefined where they stand in several. */
export function sharedZoneOf({ version }: Pick<RotationView, "version">): string | undefined {
  const zones = new Set(version.layers.map(({ timeZone }) => timeZone));
  return zones.size === 1 ? homeZoneOf({ version }) : undefined;
}

const mostZones = 5;

/** The zones of whoever stands these watches, by name; at most five, those with the most shifts. */
export function zonesOf({ shifts }: Pick<RosterView, "shifts">, homeZone: string): string[] {
  const byZone = Map.groupBy(shifts, ({ person }) => person.timeZone ?? homeZone);
  return [...byZone]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, mostZones)
    .map(([zone]) => zone)
    .toSorted();
}
