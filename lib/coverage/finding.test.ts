import { expect, test } from "vitest";
import { burdens, serviceFindings, watchFindings } from "#lib/coverage/finding";
import { readLimits } from "#lib/coverage/limits";
import { ada, at, daysAgo, expert, facts, lin, load, team, watch } from "#lib/coverage/testing/facts";

const limits = readLimits(null);
const says = (found: readonly { says: string }[]) => found.map((one) => one.says);
const days = (from: number, to: number) => ({ from: daysAgo(from), to: daysAgo(to) });
const stood = (person: typeof ada, ...spans: { from: Temporal.Instant; to: Temporal.Instant }[]) => ({
  load: load({ stood: [{ ...person, hours: 0, spans }] }),
});

test("a service that nobody delivers, and one that only one person knows, are found", () => {
  expect(serviceFindings(facts())).toEqual([]);
  expect(says(serviceFindings(facts({ team: null, service: { ownerReference: "group:ghosts" } })))).toEqual([
    "Nobody delivers Cart: its descriptor names group:ghosts.",
  ]);
  expect(says(serviceFindings(facts({ team: team({ isLiving: false }), experts: [expert(ada)] })))).toEqual([
    "Nobody delivers Cart.",
    "Only Ada is known to know Cart.",
  ]);
});

test("a rotation with too few people, and a gap to come, are found", () => {
  const gaps = [{ from: at.add({ hours: 240 }), to: at.add({ hours: 264 }) }];
  const found = watchFindings(watch("Primary", { gaps }), limits);
  expect(found.map(({ kind, span }) => [kind, span.from])).toEqual([
    ["small-rotation", null],
    ["coming-gap", gaps[0]?.from],
  ]);
  expect(says(found)[1]).toBe("Nobody stands Primary on 30 Nov 2026.");
  expect(watchFindings(watch("Primary"), { ...limits, smallestRotation: 2 })).toEqual([]);
  expect(says(watchFindings(watch("Primary", { holdersOfQuarter: [], gaps }), limits))).toEqual([
    "Nobody stands Primary within the next 90 days.",
  ]);
});

test("who stood watch for more than a quarter of the time holds too much, time in two rotations at once counted once", () => {
  const [first, second] = [days(80, 68), days(74, 62)];
  const found = burdens([watch("Primary", stood(ada, first)), watch("Payments", stood(ada, second))], [], limits);
  expect(found).toEqual([]);
  const more = burdens([watch("Primary", stood(ada, first)), watch("Payments", stood(ada, days(60, 48)))], [], limits);
  expect(more).toMatchObject([{ personId: "ada" }]);
  expect(says(more)).toEqual([
    "Ada stood watch for 29 % of the 12 weeks before 16 Nov 2026, in Primary and Payments: more than 25 %.",
  ]);
});

test("who alone knows three services holds too much", () => {
  const known = ["Cart", "Ledger", "Tax"].map((name) => facts({ service: { name }, experts: [expert(lin)] }));
  expect(burdens([], known.slice(0, 2), limits)).toEqual([]);
  expect(says(burdens([], known, limits))).toEqual(["Lin alone is known to know Cart, Ledger, and Tax."]);
});
