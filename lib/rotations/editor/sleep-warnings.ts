import type { Participant } from "#lib/rotations/editor/warnings";
import { usualNight } from "#lib/rotations/load/nights";
import { hoursOf } from "#lib/rotations/resolver/hours";
import { day, momentOf, type Stretch } from "#lib/rotations/resolver/moments";
import { clockOf } from "#lib/rotations/resolver/wall-clock";
import { type HoursWindow, type Roster, weekdays } from "#lib/rotations/rotation";

/**
 * How many of a person's watches reach into their sleep, and which part of the night, `HH:MM` in `timeZone`.
 * `isWhole`: the night as a whole. `isZoneAssumed`: nobody has said where the person is.
 */
export type SleepWarning = {
  kind: "asleep";
  person: string;
  watches: number;
  asleep: number;
  from: string;
  to: string;
  isWhole: boolean;
  timeZone: string;
  isZoneAssumed: boolean;
};

/** One for each person whose watches reach into their sleep; whoever has said no zone counts as being in `homeZone`. */
export function sleepWarnings(
  { shifts }: Roster,
  people: ReadonlyMap<string, Participant>,
  homeZone: string,
): SleepWarning[] {
  const watches = Map.groupBy(
    shifts.filter(({ source }) => source === "layer"),
    ({ person }) => person,
  );
  return [...watches].flatMap(([person, own]) => {
    const facts = people.get(person);
    const timeZone = facts?.timeZone ?? homeZone;
    const night = nightOf(facts);
    const { activeWithin } = hoursOf([night], clockOf(timeZone));
    const nights = own.map(({ from, to }) => activeWithin(momentOf(from), momentOf(to)));
    const asleep = nights.filter((parts) => parts.length > 0).length;
    if (asleep === 0) return [];
    const part = partOfNight(nights.flat(), night, timeZone);
    return [
      { kind: "asleep", person, watches: own.length, asleep, ...part, timeZone, isZoneAssumed: !facts?.timeZone },
    ];
  });
}

function nightOf(facts: Participant | undefined): HoursWindow {
  if (!facts?.sleepsAt || !facts.wakesAt) return usualNight;
  return { weekdays: [...weekdays], from: facts.sleepsAt, to: facts.wakesAt };
}

/** From the earliest to the latest time of the night that any of these parts holds. */
function partOfNight(parts: readonly Stretch[], night: HoursWindow, timeZone: string) {
  const { localAt } = clockOf(timeZone);
  const begin = timeOfDay(night.from);
  const sinceNightfall = (moment: number) => (((localAt(moment) - begin) % day) + day) % day;
  const length = (timeOfDay(night.to) - begin + day) % day || day;
  const from = Math.min(...parts.map((part) => sinceNightfall(part.from)));
  const to = Math.max(...parts.map((part) => Math.min(length, sinceNightfall(part.to - 1) + 1)));
  return { from: timeText(begin + from), to: timeText(begin + to), isWhole: from === 0 && to === length };
}

function timeOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}

function timeText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000) % (24 * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
