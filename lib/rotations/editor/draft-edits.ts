import { type Draft, type DraftHours, type DraftLayer, noLayer } from "#lib/rotations/editor/draft";
import { isPreset, withPreset, type ZoneOf } from "#lib/rotations/editor/draft-presets";

/**
 * What the buttons of the editor do to a draft, in the browser and, without JavaScript, on the server. A button is
 * named by what it is pressed for: `layers.add`, `layers.0.up`, `layers.0.participants.2.remove`, `layers.1.hours.add`,
 * `layers.0.preset.daily`. A name that says nothing leaves the draft as it is. `zoneOf` knows where people are.
 */
export function pressed(draft: Draft, name: string, zoneOf: ZoneOf = () => null): Draft {
  const [, at, what = "", ...rest] = name.split(".");
  if (at === "add") return withLayer(draft);
  const index = Number(at);
  if (!draft.layers[index]) return draft;
  switch (what) {
    case "remove":
      return { ...draft, layers: draft.layers.toSpliced(index, 1) };
    case "up":
      return { ...draft, layers: moved(draft.layers, index, index - 1) };
    case "down":
      return { ...draft, layers: moved(draft.layers, index, index + 1) };
    case "copy":
      return withCopy(draft, index);
    case "preset":
      return isPreset(rest[0]) ? withPreset(draft, index, rest[0], zoneOf) : draft;
    case "hours":
      return rest[0] === "add" ? withHours(draft, index) : changed(draft, index, withoutHours(Number(rest[0])));
    case "participants":
      return changed(draft, index, participantPressed(Number(rest[0]), rest[1]));
    default:
      return draft;
  }
}

/** The draft with some fields of one layer as they were just typed. */
export function typed(draft: Draft, index: number, fields: Partial<DraftLayer>): Draft {
  return changed(draft, index, (layer) => ({ ...layer, ...fields }));
}

export function typedHours(draft: Draft, index: number, number: number, fields: Partial<DraftHours>): Draft {
  return changed(draft, index, (layer) => ({
    ...layer,
    hours: layer.hours.map((window, at) => (at === number ? { ...window, ...fields } : window)),
  }));
}

/** Gives somebody the last turn of a layer, once more if they have one. */
export function withParticipant(draft: Draft, index: number, address: string): Draft {
  const participant = { key: String(draft.keys), address };
  return changed({ ...draft, keys: draft.keys + 1 }, index, (layer) => ({
    ...layer,
    participants: [...layer.participants, participant],
  }));
}

/** Gives the participant with turn `from` the turn `to`; those between move by one. */
export function withTurnMoved(draft: Draft, index: number, from: number, to: number): Draft {
  return changed(draft, index, (layer) => ({ ...layer, participants: moved(layer.participants, from, to) }));
}

function participantPressed(number: number, what: string | undefined) {
  return (layer: DraftLayer): DraftLayer => {
    const participant = layer.participants[number];
    if (!participant) return layer;
    if (what === "up") return { ...layer, participants: moved(layer.participants, number, number - 1) };
    if (what === "down") return { ...layer, participants: moved(layer.participants, number, number + 1) };
    if (what !== "remove") return layer;
    const participants = layer.participants.toSpliced(number, 1);
    return { ...layer, participants, begins: layer.begins === participant.key ? "" : layer.begins };
  };
}

const withoutHours = (number: number) => (layer: DraftLayer) =>
  layer.hours[number] ? { ...layer, hours: layer.hours.toSpliced(number, 1) } : layer;

function withHours(draft: Draft, index: number): Draft {
  const key = String(draft.keys);
  return changed({ ...draft, keys: draft.keys + 1 }, index, (layer) => {
    const last = layer.hours.at(-1);
    const weekdays = last ? [] : (["monday", "tuesday", "wednesday", "thursday", "friday"] as const);
    const window = { key, weekdays: [...weekdays], from: last?.from ?? "09:00", to: last?.to ?? "17:00" };
    return { ...layer, hours: [...layer.hours, window] };
  });
}

function withLayer(draft: Draft): Draft {
  const like = draft.layers.at(-1);
  const layer: DraftLayer = {
    ...noLayer,
    key: String(draft.keys),
    name: freeName(draft, "Layer"),
    timeZone: like?.timeZone ?? "UTC",
    startsAt: like?.startsAt ?? "",
  };
  return { ...draft, layers: [...draft.layers, layer], keys: draft.keys + 1 };
}

function withCopy(draft: Draft, index: number): Draft {
  let { keys } = draft;
  const key = () => String(keys++);
  const original = draft.layers[index] as DraftLayer;
  const copied = new Map(original.participants.map((participant) => [participant.key, key()]));
  const layer: DraftLayer = {
    ...original,
    key: key(),
    name: freeName(draft, original.name),
    participants: original.participants.map((one) => ({ ...one, key: copied.get(one.key) ?? one.key })),
    // A copy holds nothing yet that could be kept.
    begins: copied.get(original.begins) ?? "",
    hours: original.hours.map((window) => ({ ...window, key: key() })),
  };
  return { ...draft, layers: draft.layers.toSpliced(index + 1, 0, layer), keys };
}

/** `Weekly 2` where there is a `Weekly` already. */
function freeName({ layers }: Draft, name: string): string {
  const base = name.replace(/ \d+$/, "");
  const taken = new Set(layers.map((layer) => layer.name));
  let number = 2;
  while (taken.has(`${base} ${number}`)) number += 1;
  return `${base} ${number}`;
}

function changed(draft: Draft, index: number, change: (layer: DraftLayer) => DraftLayer): Draft {
  return { ...draft, layers: draft.layers.map((layer, at) => (at === index ? change(layer) : layer)) };
}

function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}
