import { expect, test } from "vitest";
import { afterSilence, type HeldFacts } from "#lib/alerts/paging/silence";

const three = Temporal.Instant.from("2026-03-02T03:00:00Z");
const later = (minutes: number) => three.add({ minutes });
const held: HeldFacts = { lastSignAt: three, handedAt: null, askedAgainAt: null };

test.each([
  ["waits for half an hour", held, 29, { kind: "wait", until: later(30), isAsked: false }],
  ["then asks again", held, 30, { kind: "ask-again", until: later(40) }],
  [
    "then waits for an answer",
    { ...held, askedAgainAt: later(30) },
    35,
    { kind: "wait", until: later(40), isAsked: true },
  ],
  ["then moves on", { ...held, askedAgainAt: later(30) }, 40, { kind: "move-on" }],
  [
    "counts from an answer anew",
    { ...held, askedAgainAt: later(30), lastSignAt: later(33) },
    40,
    { kind: "wait", until: later(63), isAsked: false },
  ],
  [
    "gives whoever it was handed to ten minutes",
    { ...held, handedAt: three },
    9,
    { kind: "wait", until: later(10), isAsked: false },
  ],
  ["then takes it back and asks its holder", { ...held, handedAt: three }, 10, { kind: "take-back", until: later(20) }],
  [
    "takes it back though its holder has been heard of since",
    { ...held, handedAt: three, lastSignAt: later(5) },
    10,
    { kind: "take-back", until: later(20) },
  ],
] satisfies [string, HeldFacts, number, object][])("%s", (_says, facts, minutes, step) => {
  expect(afterSilence(facts, later(minutes))).toEqual(step);
});
