import type { Draft, DraftLayer } from "#lib/rotations/editor/draft";
import { offsetMinutes } from "#lib/rotations/editor/zones";
import { type Weekday, weekdays } from "#lib/rotations/rotation";

/** Patterns that many rotations have. */
export const presets = ["daily", "weekly", "fortnightly", "office-hours", "follow-the-sun"] as const;
export type Preset = (typeof presets)[number];

/** The IANA zone of somebody with this address, or null where nobody has said. */
export type ZoneOf = (address: string) => string | null;

export function isPreset(word: string | undefined): word is Preset {
  return presets.some((preset) => preset === word);
}

/** The draft with this pattern in the layer at `index`. Only the last of the patterns makes a second layer. */
export function withPreset(draft: Draft, index: number, preset: Preset, zoneOf: ZoneOf): Draft {
  const layer = draft.layers[index];
  if (!layer) return draft;
  if (preset === "follow-the-sun") return followTheSun(draft, index, layer, zoneOf);
  const layers = draft.layers.with(index, { ...layer, ...patterns[preset](String(draft.keys)) });
  return { ...draft, layers, keys: draft.keys + 1 };
}

const workdays: Weekday[] = weekdays.slice(0, 5);

const patterns: Record<Exclude<Preset, "follow-the-sun">, (key: string) => Partial<DraftLayer>> = {
  daily: () => ({ every: "1", unit: "day" }),
  weekly: () => ({ every: "1", unit: "week" }),
  fortnightly: () => ({ every: "2", unit: "week" }),
  "office-hours": (key) => ({
    every: "1",
    unit: "day",
    hours: [{ key, weekdays: workdays, from: "09:00", to: "17:00" }],
  }),
};

/** Two halves of each day, one for the layer's own zone and one for a zone far from it, as near to daytime as both can be. */
function followTheSun(draft: Draft, index: number, layer: DraftLayer, zoneOf: ZoneOf): Draft {
  const day = layer.startsAt.slice(0, 10);
  const distanceTo = (zone: string) =>
    wrapped(offsetMinutes(layer.timeZone, day) - offsetMinutes(zone, day), dayMinutes);
  const isFar = (zone: string | null): zone is string => zone !== null && Math.abs(distanceTo(zone)) >= farMinutes;
  const zones = layer.participants.map(({ address }) => zoneOf(address));
  const otherZone = mostFrequent(zones.filter(isFar)) ?? nearestToOpposite(distanceTo);

  // The two beginnings lie this far apart on the clocks of the two places; so each is half of that from eight o'clock.
  const apart = wrapped(dayMinutes / 2 - distanceTo(otherZone), dayMinutes);
  const begin = Math.floor((morningMinutes - apart / 2) / 60) * 60;
  const [here, there] = [`${draft.keys}`, `${draft.keys + 1}`];
  const near: DraftLayer = {
    ...layer,
    ...halfDay(here, day, begin),
    name: freeName(draft, index, layer.timeZone),
    participants: layer.participants.filter((_, at) => !isFar(zones[at] ?? null)),
  };
  const far: DraftLayer = {
    ...layer,
    ...halfDay(there, day, begin + apart),
    key: `${draft.keys + 2}`,
    name: freeName(draft, index, otherZone),
    timeZone: otherZone,
    participants: layer.participants.filter((_, at) => isFar(zones[at] ?? null)),
    begins: "",
  };
  return { ...draft, layers: draft.layers.toSpliced(index, 1, near, far), keys: draft.keys + 3 };
}

const dayMinutes = 24 * 60;
const farMinutes = 5 * 60;
const morningMinutes = 8 * 60;

/** Where teams often are, for somebody who has named nobody yet. */
const places = [
  "America/Los_Angeles",
  "America/New_York",
  "Europe/Lisbon",
  "Asia/Kolkata",
  "Asia/Singapore",
  "Australia/Sydney",
];

function nearestToOpposite(distanceTo: (zone: string) => number): string {
  const lacking = (zone: string) => dayMinutes / 2 - Math.abs(distanceTo(zone));
  return places.toSorted((one, other) => lacking(one) - lacking(other))[0] ?? "UTC";
}

function halfDay(key: string, day: string, begin: number): Pick<DraftLayer, "every" | "unit" | "startsAt" | "hours"> {
  const [from, to] = [timeText(begin), timeText(begin + dayMinutes / 2)];
  return { every: "1", unit: "week", startsAt: `${day}T${from}`, hours: [{ key, weekdays: [...weekdays], from, to }] };
}

function freeName({ layers }: Draft, index: number, zone: string): string {
  const name = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  return layers.some((layer, at) => at !== index && layer.name === name) ? `${name} by day` : name;
}

function mostFrequent(zones: readonly string[]): string | undefined {
  const count = (zone: string) => zones.filter((one) => one === zone).length;
  return zones.toSorted((one, other) => count(other) - count(one))[0];
}

/** The number that differs from `value` by whole rounds and lies between minus half a round and half a round. */
function wrapped(value: number, round: number): number {
  return value - Math.floor((value + round / 2) / round) * round;
}

function timeText(minutes: number): string {
  const within = ((minutes % dayMinutes) + dayMinutes) % dayMinutes;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}
