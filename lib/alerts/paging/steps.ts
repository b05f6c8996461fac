import {
  type Path,
  type Progress,
  restMinutes,
  roundOf,
  type StepSeat,
  stepDueAt,
  stepNumber,
} from "#lib/alerts/paging/plan";
import type { Named } from "#lib/event-kinds";

/** Somebody who can be paged. */
export type Pageable = { id: string; named: Named };

/** Who stands the watches of an alert's service now. `rotation` is null where none fills the seat. */
export type WatchSeat = { rotation: Named | null; person: Pageable | null };
export type Seats = {
  delivery: WatchSeat;
  backup: WatchSeat;
  ops: WatchSeat;
  leads: readonly Pageable[];
  /** The leads and members of the fallback ops team: whom to ask where everybody else is nobody. */
  fallback: readonly Pageable[];
};

/** What the pager did: whom it asks, whom it passes, and what it has to say of that. */
export type Act =
  | { kind: "page"; person: Pageable; seat: StepSeat; key: string }
  | { kind: "pass-empty"; seat: StepSeat; rotation: Named | null }
  | { kind: "pass-asked"; seat: StepSeat; person: Pageable }
  | { kind: "begin-anew"; round: number }
  | { kind: "nobody" };

export type Taken = Progress & { acts: Act[]; nextStepAt: Temporal.Instant };

/**
 * Takes the steps that are due at `at`. An empty seat, or one of somebody who was asked in this round already
 * (`askedInRound`, by id), is passed at once and the next step taken with it; the later ones keep their times. Where a
 * whole round reached nobody, the fallback is asked. A round that begins late begins then, so that a pager that was
 * away does not make up for what it missed.
 */
export function takeDueSteps(
  path: Path,
  progress: Progress,
  { seats, askedInRound }: { seats: Seats; askedInRound: ReadonlySet<string> },
  at: Temporal.Instant,
): Taken {
  const { length } = roundOf(path);
  const acts: Act[] = [];
  let { pagesFrom, stepsTaken } = progress;
  let asked = new Set(stepsTaken % length === 0 ? [] : askedInRound);
  let isPassing = false;
  const dueAt = () => stepDueAt(path, pagesFrom, stepsTaken);

  while (isPassing || Temporal.Instant.compare(dueAt(), at) <= 0) {
    const { seat, round, isAbsent } = stepNumber(path, stepsTaken);
    if (stepsTaken % length === 0 && stepsTaken > 0) {
      acts.push({ kind: "begin-anew", round: round + 1 });
      pagesFrom = later(pagesFrom, dueAt(), at);
    }
    if (!isAbsent) {
      const step = askSeat(seat, seats, asked, `step:${stepsTaken}`);
      acts.push(...step);
      isPassing = !step.some(({ kind }) => kind === "page");
    }
    asked = new Set([...asked, ...acts.flatMap((act) => (act.kind === "page" ? [act.person.id] : []))]);
    stepsTaken += 1;
    if (stepsTaken % length > 0) continue;

    if (asked.size === 0) acts.push(...askFallback(seats, `step:${stepsTaken - 1}`));
    if (Temporal.Instant.compare(dueAt(), at) <= 0)
      pagesFrom = later(pagesFrom, dueAt(), at.add({ minutes: restMinutes }));
    break;
  }
  while (stepNumber(path, stepsTaken).isAbsent) stepsTaken += 1;
  return { acts, pagesFrom, stepsTaken, nextStepAt: dueAt() };
}

/** `pagesFrom` moved so that what was due at `due` is due at `at`. */
const later = (pagesFrom: Temporal.Instant, due: Temporal.Instant, at: Temporal.Instant) =>
  pagesFrom.add(due.until(at));

function askSeat(seat: StepSeat, seats: Seats, asked: ReadonlySet<string>, key: string): Act[] {
  const people = seat === "lead" ? seats.leads : [seats[seat].person].filter((person) => person !== null);
  const [first] = people;
  if (!first) return [{ kind: "pass-empty", seat, rotation: seat === "lead" ? null : seats[seat].rotation }];
  const others = people.filter(({ id }) => !asked.has(id));
  if (others.length === 0) return [{ kind: "pass-asked", seat, person: first }];
  return others.map((person) => ({ kind: "page", person, seat, key }));
}

function askFallback({ fallback }: Seats, key: string): Act[] {
  if (fallback.length === 0) return [{ kind: "nobody" }];
  return fallback.map((person) => ({ kind: "page", person, seat: "ops", key }));
}
