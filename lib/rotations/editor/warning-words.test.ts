import { expect, test } from "vitest";
import { warningViews } from "#lib/rotations/editor/warning-words";
import type { Warning } from "#lib/rotations/editor/warnings";

const at = (text: string) => Temporal.Instant.from(text);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const names: Record<string, string> = { ada: "Ada", lin: "Lin", marek: "Marek" };
const context = {
  nameOf: (id: string) => names[id] ?? id,
  layers: ["Berlin", "New York"],
  team: "Checkout",
  timeZone: "Europe/Berlin",
};
const said = (...warnings: Warning[]) => warningViews(warnings, context).map(({ says }) => says);

test("a gap says from when to when in the rotation's zone, and how often it comes again", () => {
  const first = span("2026-01-05T16:00:00Z", "2026-01-06T08:00:00Z");
  const gap = { kind: "gap", first, times: 1, isEndless: false, waitsFor: null } as const;
  expect(said(gap)).toEqual(["Nobody stands watch from Mon 5 Jan, 17:00 to Tue 6 Jan, 09:00."]);
  expect(said({ ...gap, times: 2 })[0]).toMatch(/09:00, nor one more time like this\.$/);
  expect(said({ ...gap, times: 8 })[0]).toMatch(/09:00, nor 7 more times like this\.$/);
  expect(said({ ...gap, isEndless: true })).toEqual(["From Mon 5 Jan, 17:00 on nobody stands watch."]);
  expect(said({ ...gap, waitsFor: "Berlin" })).toEqual([
    "Nobody stands watch until Tue 6 Jan, 09:00, when “Berlin” has its first handoff.",
  ]);
});

test("clocks that are changed on different days are told by the season, with who has the watch where both are active", () => {
  const day = (text: string) => span(`${text}T18:00:00Z`, `${text}T19:00:00Z`);
  const seasons = [
    { first: day("2026-03-08"), last: day("2026-03-28") },
    { first: day("2026-10-25"), last: day("2026-10-25") },
  ];
  const apart = {
    kind: "clocks-apart",
    layers: ["Berlin", "New York"],
    minutes: 60,
    times: 22,
    seasons,
    spans: [],
  } as const;
  const [hole] = warningViews(
    [{ ...apart, layers: ["Berlin", "New York"], spans: [], seasons, isHole: true }],
    context,
  );
  expect(hole?.isHole).toBe(true);
  expect(hole?.says).toMatch(/60 minutes a day from 8 Mar 2026 to 28 Mar 2026 and on 25 Oct 2026\.$/);
  expect(hole?.mend).toMatch(/^Let “Berlin” last 60 minutes longer/);
  expect(said({ ...apart, layers: ["Berlin", "New York"], spans: [], seasons, isHole: false })[0]).toMatch(
    /“New York” has the watch then\.$/,
  );
});

test("sleep is told for each by how many watches, and in one sentence for all who lose every night", () => {
  const asleep = (person: string, facts: object = {}): Warning => ({
    kind: "asleep",
    person,
    watches: 8,
    asleep: 8,
    from: "22:00",
    to: "06:00",
    isWhole: true,
    timeZone: "America/New_York",
    isZoneAssumed: false,
    ...facts,
  });
  const some = { asleep: 7, from: "01:00", isWhole: false };
  expect(said(asleep("ada"), asleep("marek", some), asleep("lin"))).toEqual([
    "Every watch of Ada and Lin takes in their whole night. Marek: 7 of 8 watches include 01:00–06:00, New York time.",
  ]);
  expect(said(asleep("marek", { ...some, asleep: 1 }))[0]).toMatch(/^Marek: 1 of 8 watches includes/);
  expect(said(asleep("marek", { ...some, asleep: 8 }))[0]).toMatch(/^Marek: all 8 watches include/);
  expect(said(asleep("marek", { ...some, isZoneAssumed: true }))[0]).toMatch(/for want of a zone of their own\.$/);
});

test("too few people are held against the book, which is named", () => {
  const [one] = warningViews(
    [{ kind: "too-few", needs: 8, sites: [{ timeZone: "Europe/Berlin", people: 3 }] }],
    context,
  );
  expect(one?.says).toBe("3 people share this watch. On one site it takes at least 8.");
  expect(one?.source).toMatchObject({ href: "https://sre.google/sre-book/being-on-call/" });
  const sites = [
    { timeZone: "Europe/Berlin", people: 1 },
    { timeZone: "America/New_York", people: 2 },
  ];
  expect(said({ kind: "too-few", needs: 6, sites })).toEqual([
    "1 person in Berlin and 2 people in New York: with several sites it takes at least 6 on each.",
  ]);
});

test("the others say who or what is meant, and every warning says what mends it", () => {
  const views = warningViews(
    [
      { kind: "deactivated", person: "lin", gaps: 3 },
      { kind: "silent", layer: "Berlin", until: at("2026-01-19T08:00:00Z") },
      {
        kind: "back-to-back",
        person: "ada",
        layers: ["Berlin", "New York"],
        first: span("2026-01-05T08:00:00Z", "2026-01-06T08:00:00Z"),
        times: 3,
      },
      { kind: "outsider", person: "ada" },
      { kind: "outsider", person: "lin" },
    ],
    context,
  );
  expect(views.map(({ says }) => says)).toEqual([
    "Lin is deactivated: what would be Lin's turn is a gap, 3 of them in these weeks.",
    "“Berlin” is silent until its first handoff, Mon 19 Jan, 09:00.",
    "Ada stands “Berlin” and right after it “New York”, from Mon 5 Jan, 09:00 to Tue 6 Jan, 09:00 in one piece, and 2 more times like this.",
    "Ada and Lin are not in Checkout.",
  ]);
  expect(views.map(({ isHole }) => isHole)).toEqual([true, false, false, false]);
  for (const { says, mend } of views) expect(mend, says).toMatch(/\.$/);
});
