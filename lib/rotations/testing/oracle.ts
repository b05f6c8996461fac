import {
  type Gap,
  type Layer,
  type Roster,
  type Shift,
  type Span,
  type Watch,
  weekdays,
} from "#lib/rotations/rotation";

// The rules of docs/rotations.md once more, as slowly and obviously as can be, to judge the resolver by. Nothing is
// shared with it: every handoff since the first is written down, and time is walked through from change to change.

type State = { shift: Omit<Shift, keyof Span> } | { gap: Omit<Gap, keyof Span> };

export function oracleRoster(watch: Watch, window: Span): Roster {
  const held = new Map(watch.versions.flatMap(({ layers }) => layers).map((layer) => [layer, walk(layer, window)]));
  const roster: Roster = { shifts: [], gaps: [] };
  let said = "";
  for (const [from, to] of pairs(changes(watch, window, [...held.values()].flat()))) {
    const state = stateAt(from, watch, held);
    const list: Span[] = "shift" in state ? roster.shifts : roster.gaps;
    const last = list.at(-1);
    if (last && said === JSON.stringify(state)) last.to = to;
    else list.push({ from, to, ...("shift" in state ? state.shift : state.gap) });
    said = JSON.stringify(state);
  }
  return roster;
}

/** Everything at which anything could change within the window, and both ends of it. */
function changes(watch: Watch, window: Span, held: Held[]): Temporal.Instant[] {
  const spans = [window, ...held, ...watch.overrides, ...[...watch.inactive.values()].flat()];
  const instants = [...spans.flatMap(ends), ...watch.versions.map(({ from }) => from)];
  return inOrder(instants.filter((at) => isWithin(at, window) || at.equals(window.to)));
}

function stateAt(at: Temporal.Instant, watch: Watch, held: Map<Layer, Held[]>): State {
  const winner = overrideAt(at, watch) ?? layerAt(at, watch, held);
  if (!winner) return { gap: { deactivated: null } };
  const isAway = watch.inactive.get(winner.person)?.some((span) => isWithin(at, span));
  return isAway ? { gap: { deactivated: winner.person } } : { shift: winner };
}

function overrideAt(at: Temporal.Instant, { overrides }: Watch) {
  const override = overrides.find((span) => isWithin(at, span));
  return override && { person: override.person, source: "override" as const, layer: null, override: override.id };
}

function layerAt(at: Temporal.Instant, { versions }: Watch, held: Map<Layer, Held[]>) {
  const version = versions.filter(({ from }) => !isBefore(at, from)).at(-1);
  for (const layer of [...(version?.layers ?? [])].reverse()) {
    const turn = held.get(layer)?.find((span) => isWithin(at, span));
    if (turn) return { person: turn.person, source: "layer" as const, layer: layer.name, override: null };
  }
  return undefined;
}

type Held = Span & { person: string };

/** Whom the layer puts on watch in the window. Its turns are counted by walking there from its first handoff. */
function walk(layer: Layer, window: Span): Held[] {
  const given = handoffs(layer, window.to);
  const active = activeSpans(layer, window.to);
  const numbers = Map.groupBy(given.keys(), (number) => given[number]?.epochNanoseconds);
  const opening = Map.groupBy(active, ({ from }) => from.epochNanoseconds);
  const closing = Map.groupBy(active, ({ to }) => to.epochNanoseconds);

  const held: Held[] = [];
  const turns: number[] = [];
  let [period, open] = [-1, 0];
  for (const [from, to] of pairs(inOrder([...given, ...active.flatMap(ends)]))) {
    const at = from.epochNanoseconds;
    period = Math.max(period, ...(numbers.get(at) ?? []));
    open += (opening.get(at)?.length ?? 0) - (closing.get(at)?.length ?? 0);
    if (period < 0 || (layer.hours?.length && open === 0)) continue;
    if (turns.at(-1) !== period) turns.push(period);
    const turn = layer.hours?.length ? turns.length - 1 : period;
    const person = layer.participants[(turn + (layer.firstTurn ?? 0)) % layer.participants.length];
    if (person && isBefore(window.from, to)) held.push({ from, to, person });
  }
  return held;
}

/** Every handoff that could matter before `until`, and a few more: no clock is three days from another. */
function handoffs({ startsAt, timeZone, every, unit }: Layer, until: Temporal.Instant): Temporal.Instant[] {
  const first = Temporal.PlainDateTime.from(startsAt);
  const last = until.toZonedDateTimeISO("UTC").toPlainDateTime().add({ days: 3 });
  const result: Temporal.Instant[] = [];
  for (;;) {
    const shown = first.add({ [`${unit}s`]: result.length * every });
    result.push(resolved(shown, timeZone));
    if (Temporal.PlainDateTime.compare(shown, last) > 0) return result;
  }
}

function activeSpans({ startsAt, timeZone, hours = [] }: Layer, until: Temporal.Instant): Span[] {
  const last = until.toZonedDateTimeISO("UTC").toPlainDate().add({ days: 3 });
  const spans: Span[] = [];
  let date = Temporal.PlainDateTime.from(startsAt).toPlainDate().subtract({ days: 3 });
  for (; hours.length > 0 && Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    for (const window of hours) {
      if (!window.weekdays.some((name) => weekdays.indexOf(name) === date.dayOfWeek - 1)) continue;
      const lastDate = window.to > window.from ? date : date.add({ days: 1 });
      const from = resolved(date.toPlainDateTime(window.from), timeZone);
      const to = resolved(lastDate.toPlainDateTime(window.to), timeZone);
      if (isBefore(from, to)) spans.push({ from, to });
    }
  }
  return spans;
}

function resolved(shown: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  return shown.toZonedDateTime(timeZone, { disambiguation: "compatible" }).toInstant();
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => one.epochNanoseconds < other.epochNanoseconds;
const isWithin = (at: Temporal.Instant, { from, to }: Span) => !isBefore(at, from) && isBefore(at, to);
const ends = ({ from, to }: Span) => [from, to];

function inOrder(instants: readonly Temporal.Instant[]): Temporal.Instant[] {
  return [...new Map(instants.map((at) => [at.epochNanoseconds, at])).values()].sort(Temporal.Instant.compare);
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((next, index) => [list[index] ?? next, next]);
}
