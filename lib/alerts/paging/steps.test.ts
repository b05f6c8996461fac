import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextStep, type Path, passOver, stepDueAt, stepNumber, usualTimers } from "#lib/alerts/paging/plan";
import { type Act, type Pageable, type Seats, takeDueSteps, type WatchSeat } from "#lib/alerts/paging/steps";

const three = Temporal.Instant.from("2026-03-02T03:00:00Z");
const later = (minutes: number) => three.add({ minutes });

const person = (id: string): Pageable => ({ id, named: { slug: `${id}@harbour.example`, name: id } });
const [ada, lin, olu, noor] = ["ada", "lin", "olu", "noor"].map(person) as [Pageable, Pageable, Pageable, Pageable];
const seat = (who: Pageable | null): WatchSeat => ({ rotation: { slug: "watch", name: "Watch" }, person: who });

const usual: Path = { ...usualTimers, hasBackup: true, isUnrouted: false };
const full: Seats = { delivery: seat(ada), backup: seat(lin), ops: seat(olu), leads: [noor], fallback: [] };

/** What is done, short: `ada` for a page, `-ops` for an empty seat, `=ops` for one who was asked already. */
const said = (acts: readonly Act[]) =>
  acts.map((act) => {
    if (act.kind === "page") return act.person.id;
    if (act.kind === "pass-empty") return `-${act.seat}`;
    if (act.kind === "pass-asked") return `=${act.seat}`;
    return act.kind;
  });

function take(seats: Seats, { path = usual, stepsTaken = 0, asked = [] as string[], at = three }) {
  const progress = { pagesFrom: three, stepsTaken };
  const { acts, ...taken } = takeDueSteps(path, progress, { seats, askedInRound: new Set(asked) }, at);
  return { acts: said(acts), stepsTaken: taken.stepsTaken, inMinutes: three.until(taken.nextStepAt).total("minutes") };
}

describe("asks one after the other", () => {
  const withoutBackup = { ...usual, hasBackup: false };
  const nobody: Seats = { delivery: seat(null), backup: seat(null), ops: seat(null), leads: [], fallback: [] };

  test.each([
    ["the delivery watch first", full, {}, { acts: ["ada"], stepsTaken: 1, inMinutes: 5 }],
    [
      "the backup after five minutes",
      full,
      { stepsTaken: 1, asked: ["ada"], at: later(5) },
      { acts: ["lin"], stepsTaken: 2, inMinutes: 15 },
    ],
    [
      "nobody before the time",
      full,
      { stepsTaken: 1, asked: ["ada"], at: later(4) },
      { acts: [], stepsTaken: 1, inMinutes: 5 },
    ],
    [
      "ops next where no backup exists, and says nothing of it",
      full,
      { path: withoutBackup },
      { acts: ["ada"], stepsTaken: 2, inMinutes: 15 },
    ],
    [
      "the lead last",
      full,
      { stepsTaken: 3, asked: ["ada"], at: later(30) },
      { acts: ["noor"], stepsTaken: 4, inMinutes: 60 },
    ],
    [
      "everybody again half an hour after the lead",
      full,
      { stepsTaken: 4, asked: ["ada"], at: later(60) },
      { acts: ["begin-anew", "ada"], stepsTaken: 5, inMinutes: 65 },
    ],
    [
      "the next at once where a seat is empty, while later ones keep their times",
      { ...full, delivery: seat(null) },
      {},
      { acts: ["-delivery", "lin"], stepsTaken: 2, inMinutes: 15 },
    ],
    [
      "the next at once where somebody has two seats",
      { ...full, backup: seat(ada) },
      { stepsTaken: 1, asked: ["ada"], at: later(5) },
      { acts: ["=backup", "olu"], stepsTaken: 3, inMinutes: 30 },
    ],
    [
      "the lead at once where no seat is filled",
      { ...nobody, leads: [noor] },
      {},
      { acts: ["-delivery", "-backup", "-ops", "noor"], stepsTaken: 4, inMinutes: 60 },
    ],
    [
      "the fallback where nobody at all is there",
      { ...nobody, fallback: [olu, lin] },
      {},
      { acts: ["-delivery", "-backup", "-ops", "-lead", "olu", "lin"], stepsTaken: 4, inMinutes: 60 },
    ],
    [
      "and says so where even that is nobody",
      nobody,
      {},
      { acts: ["-delivery", "-backup", "-ops", "-lead", "nobody"], stepsTaken: 4, inMinutes: 60 },
    ],
    [
      "all whose time has come where the pager was away",
      full,
      { stepsTaken: 1, asked: ["ada"], at: later(40) },
      { acts: ["lin", "olu", "noor"], stepsTaken: 4, inMinutes: 60 },
    ],
    [
      "one round only where it was away for hours",
      full,
      { stepsTaken: 1, asked: ["ada"], at: later(400) },
      { acts: ["lin", "olu", "noor"], stepsTaken: 4, inMinutes: 430 },
    ],
    [
      "in a round that begins late one after the other",
      full,
      { stepsTaken: 4, asked: ["ada"], at: later(90) },
      { acts: ["begin-anew", "ada"], stepsTaken: 5, inMinutes: 95 },
    ],
    [
      "ops at once where nobody knows whose it is",
      full,
      { path: { ...usual, isUnrouted: true } },
      { acts: ["olu"], stepsTaken: 1, inMinutes: 15 },
    ],
    [
      "its lead a quarter of an hour later",
      full,
      { path: { ...usual, isUnrouted: true }, stepsTaken: 1, asked: ["olu"], at: later(15) },
      { acts: ["noor"], stepsTaken: 2, inMinutes: 45 },
    ],
    [
      "ops before the backup where the path says so",
      full,
      { path: { ...usual, opsAfterMinutes: 2 }, stepsTaken: 1, asked: ["ada"], at: later(2) },
      { acts: ["olu"], stepsTaken: 2, inMinutes: 5 },
    ],
  ])("%s", (_says, seats, given, expected) => {
    expect(take(seats as Seats, given as Parameters<typeof take>[1])).toEqual(expected);
  });
});

test("whoever is silent with an alert is passed over: the backup is asked at once, ops and lead keep their distance", () => {
  const progress = passOver(usual, { stepsTaken: 2 }, later(100));
  expect(progress.stepsTaken).toBe(5);
  expect(stepDueAt(usual, progress.pagesFrom, 5)).toEqual(later(100));
  expect(stepDueAt(usual, progress.pagesFrom, 6)).toEqual(later(110));
});

test("whoever is silent is passed over to ops where there is no backup", () => {
  const progress = passOver({ ...usual, hasBackup: false }, { stepsTaken: 0 }, later(40));
  expect(nextStep({ ...usual, hasBackup: false }, progress)).toEqual({ at: later(40), seat: "ops" });
});

const minutes = fc.integer({ min: 1, max: 1_440 });
const anyPath: fc.Arbitrary<Path> = fc.record({
  backupAfterMinutes: minutes,
  opsAfterMinutes: minutes,
  leadAfterMinutes: minutes,
  hasBackup: fc.boolean(),
  isUnrouted: fc.boolean(),
});
const anyPerson = fc.constantFrom(ada, lin, olu, noor);
const anySeat = fc.option(anyPerson).map(seat);
const anySeats: fc.Arbitrary<Seats> = fc.record({
  delivery: anySeat,
  backup: anySeat,
  ops: anySeat,
  leads: fc.uniqueArray(anyPerson, { maxLength: 2 }),
  fallback: fc.uniqueArray(anyPerson, { maxLength: 2 }),
});
const anyDelays = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 20 });

test("there is always a next step, later than now, and somebody is asked in every round in which there is anybody", () => {
  fc.assert(
    fc.property(anyPath, anySeats, anyDelays, (path, seats, delays) => {
      let progress = { pagesFrom: three, stepsTaken: 0 };
      let [at, askedInRound] = [three, new Set<string>()];
      for (const delay of delays) {
        const before = progress.stepsTaken;
        const { acts, nextStepAt, ...next } = takeDueSteps(path, progress, { seats, askedInRound }, at);
        expect(Temporal.Instant.compare(nextStepAt, at)).toBe(1);
        expect(next.stepsTaken).toBeGreaterThan(before);
        expect(stepNumber(path, next.stepsTaken).isAbsent).toBe(false);
        const pages = acts.filter((act) => act.kind === "page").map((act) => act.person.id);
        expect(new Set(pages).size).toBe(pages.length);
        // What came last is somebody who was asked, or the end of a round.
        const length = path.isUnrouted ? 2 : 4;
        expect(acts.at(-1)?.kind === "page" || next.stepsTaken % length === 0).toBe(true);
        askedInRound = next.stepsTaken % length === 0 ? new Set() : new Set([...askedInRound, ...pages]);
        progress = next;
        at = nextStepAt.add({ minutes: delay });
      }
    }),
  );
});
