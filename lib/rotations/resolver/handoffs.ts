import { day, hour, type Moment, week } from "#lib/rotations/resolver/moments";
import { clockOf, type Local, type WallClock } from "#lib/rotations/resolver/wall-clock";
import type { Layer, Unit } from "#lib/rotations/rotation";

/** The wall-clock times of a layer's handoffs: number k is k steps after number 0. */
export type Steps = {
  localOf: (number: number) => Local;
  /** The last number whose time is not after `local`; negative before the first. */
  numberAt: (local: Local) => number;
  /** How long each step is, or undefined where that depends on the month. */
  length: number | undefined;
};

/** When a layer changes hands. Period k begins with handoff k and ends where period k + 1 begins; some are empty. */
export type Handoffs = {
  clock: WallClock;
  steps: Steps;
  beginOf: (period: number) => Moment;
  /** The period in which `moment` lies, -1 before the first. */
  periodAt: (moment: Moment) => number;
};

export function handoffsOf({ timeZone, startsAt, every, unit }: Layer): Handoffs {
  const clock = clockOf(timeZone);
  const steps = unit === "month" ? monthlySteps(startsAt, every) : evenSteps(localTime(startsAt), every * length[unit]);

  /** The earliest of this handoff and all later ones, because the last handoff not after t says who stands at t. */
  function beginOf(period: number): Moment {
    const local = steps.localOf(period);
    let begin = clock.momentOf(local);
    // Only a time that was skipped, and so shown later than it says, can be overtaken by handoffs that follow.
    const shown = clock.localAt(begin);
    for (let later = period + 1; steps.localOf(later) < shown; later += 1) {
      begin = Math.min(begin, clock.momentOf(steps.localOf(later)));
    }
    return begin;
  }

  function periodAt(moment: Moment): number {
    let period = Math.max(-1, steps.numberAt(clock.localAt(moment)));
    while (beginOf(period + 1) <= moment) period += 1;
    while (period >= 0 && beginOf(period) > moment) period -= 1;
    return period;
  }

  return { clock, steps, beginOf, periodAt };
}

const length: Record<Exclude<Unit, "month">, number> = { hour, day, week };

function evenSteps(first: Local, length: number): Steps {
  return {
    localOf: (number) => first + number * length,
    numberAt: (local) => Math.floor((local - first) / length),
    length,
  };
}

/** Counted from the first, so that a month which is too short for its day leaves no trace in the next. */
function monthlySteps(startsAt: string, every: number): Steps {
  const first = Temporal.PlainDateTime.from(startsAt);
  const timeOfDay = localTime(startsAt) - Date.UTC(first.year, first.month - 1, first.day);

  function localOf(number: number): Local {
    const month = first.month - 1 + number * every;
    const [begin, end] = [Date.UTC(first.year, month), Date.UTC(first.year, month + 1)];
    return begin + Math.min((first.day - 1) * day, end - begin - day) + timeOfDay;
  }

  function numberAt(local: Local): number {
    const shown = new Date(local);
    const months = (shown.getUTCFullYear() - first.year) * 12 + shown.getUTCMonth() - (first.month - 1);
    const number = Math.floor(months / every);
    return localOf(number) <= local ? number : number - 1;
  }

  return { localOf, numberAt, length: undefined };
}

function localTime(text: string): Local {
  return Temporal.PlainDateTime.from(text).toZonedDateTime("UTC").epochMilliseconds;
}
