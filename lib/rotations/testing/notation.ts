import {
  type HoursWindow,
  type Layer,
  type Override,
  type Roster,
  type Seat,
  type Span,
  units,
  type Watch,
  weekdays,
} from "#lib/rotations/rotation";

// The short way in which docs/rotations.md writes rotations and what follows from them.

const always = Temporal.Instant.from("1800-01-01T00:00Z");
const farFuture = Temporal.Instant.from("9999-12-31T00:00Z");

type Draft = {
  versions: { from: Temporal.Instant; layers: Layer[] }[];
  overrides: Override[];
  inactive: Map<string, Span[]>;
};

/** One part on each line. Layers are named by their places, so that versions continue each other. */
export function readWatch(text: string): Watch {
  const watch: Draft = { versions: [], overrides: [], inactive: new Map() };
  for (const line of text.split("<br>").map((part) => part.trim())) readLine(watch, line);
  return watch;
}

function readLine({ versions, overrides, inactive }: Draft, line: string): void {
  const [first = "", second = "", third = "", fourth = ""] = line.split(" ");
  if (first === "from") {
    versions.push({ from: Temporal.Instant.from(second), layers: [] });
  } else if (first === "override") {
    overrides.push({ id: `override ${overrides.length + 1}`, person: third, ...readSpan(second) });
  } else if (first === "deactivated") {
    const span = third === "since" ? { from: Temporal.Instant.from(fourth), to: farFuture } : readSpan(third);
    inactive.set(second, [...(inactive.get(second) ?? []), span]);
  } else {
    if (versions.length === 0) versions.push({ from: always, layers: [] });
    const layers = versions.at(-1)?.layers ?? [];
    layers.push(readLayer(line, `layer ${layers.length + 1}`));
  }
}

function readLayer(line: string, name: string): Layer {
  const [, timeZone = "", startsAt = "", every, step = "", people = "", rest = ""] =
    /^(\S+) (\S+) every (\d+) (\S+?)s?: ([^;]+)(.*)$/.exec(line) ?? fail(line);
  const unit = units.find((unit) => unit === step) ?? fail(line);
  const hours = /; hours ([^;]+)/.exec(rest)?.[1];
  const firstTurn = /; first turn (\d+)/.exec(rest)?.[1];
  return {
    ...{ name, timeZone, startsAt, every: Number(every), unit, participants: people.split(", ") },
    ...(hours && { hours: [readWindow(hours)] }),
    ...(firstTurn && { firstTurn: Number(firstTurn) }),
  };
}

function readWindow(text: string): HoursWindow {
  const [, days = "", from = "", to = ""] = /^(.+) (\d\d:\d\d)–(\d\d:\d\d)$/.exec(text) ?? fail(text);
  const named = days.split(/, |–/).map((day) => weekdays.find((name) => name === day) ?? fail(text));
  const [first = 0, last = 0] = named.map((day) => weekdays.indexOf(day));
  return { weekdays: days.includes("–") ? weekdays.slice(first, last + 1) : named, from, to };
}

export function readSpan(text: string): Span {
  const [from = "", to = ""] = text.split("/");
  return { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) };
}

/** Who stands from when on; the last until the window ends. */
export function writeRoster({ shifts, gaps }: Roster): string {
  const parts = [
    ...shifts.map(({ from, person }) => ({ from, says: person })),
    ...gaps.map(({ from, deactivated }) => ({ from, says: deactivated ? `nobody (${deactivated})` : "nobody" })),
  ];
  const inOrder = parts.sort((one, other) => Temporal.Instant.compare(one.from, other.from));
  return inOrder.map(({ from, says }) => `${writeInstant(from)} ${says}`).join("<br>");
}

/** Who stands, since when, until when. */
export function writeSeat({ shift, from, until }: Seat): string[] {
  return [shift?.person ?? "nobody", ...[from, until].map((end) => (end ? writeInstant(end) : "not told"))];
}

function writeInstant(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: "minute" });
}

function fail(text: string): never {
  throw new Error(`This cannot be read: ${text}`);
}
