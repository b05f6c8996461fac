/** What a rotation is made of, and what is computed from it. Instants are exact; wall-clock times are text in a zone. */

/** A half-open span `[from, to)`. */
export type Span = { from: Temporal.Instant; to: Temporal.Instant };

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

export const units = ["hour", "day", "week", "month"] as const;
export type Unit = (typeof units)[number];

/** A weekly window: begins at `from` on each of `weekdays`; `to` at or before `from` is that time on the day after. */
export type HoursWindow = { weekdays: Weekday[]; from: string; to: string };

/** One repeating pattern. Participants are ids of people, in the order of their turns; repeating one weights the turns. */
export type Layer = {
  name: string;
  /** An IANA zone, in which every wall-clock time of the layer is meant. */
  timeZone: string;
  /** The first handoff, a wall-clock time such as `2026-01-05T09:00`. Before it the layer is silent. */
  startsAt: string;
  every: number;
  unit: Unit;
  participants: string[];
  /** Who begins: turn number k belongs to participant (k + firstTurn) mod n. 0 where left out. */
  firstTurn?: number | undefined;
  /** Without any, the layer is active at all times. */
  hours?: HoursWindow[] | undefined;
};

/** How a rotation works from `from` on, until the next version begins. Later layers win over earlier ones. */
export type Version = { from: Temporal.Instant; layers: readonly Layer[] };

/** A span in which a named person stands in, whatever the layers say. Those of one rotation never overlap. */
export type Override = Span & { id: string; person: string };

/** All that the resolver needs to know of one rotation. */
export type Watch = {
  /** In the order of their beginnings. */
  versions: readonly Version[];
  /** In any order. */
  overrides: readonly Override[];
  /** The spans in which a person was deactivated; an open one ends in the far future. What such a person wins is a gap. */
  inactive: ReadonlyMap<string, readonly Span[]>;
};

/** A span of one person on watch. `layer` is the layer's name, `override` the override's id; one of them is null. */
export type Shift = Span & {
  person: string;
  source: "layer" | "override";
  layer: string | null;
  override: string | null;
};

/** A span in which nobody stands watch. `deactivated` is the person whose turn it would have been. */
export type Gap = Span & { deactivated: string | null };

export type Roster = { shifts: Shift[]; gaps: Gap[] };

/** Who stands watch at an instant, and the joined shift or gap around it; null where that reaches beyond 400 days. */
export type Seat = {
  shift: Omit<Shift, "from" | "to"> | null;
  from: Temporal.Instant | null;
  until: Temporal.Instant | null;
};
