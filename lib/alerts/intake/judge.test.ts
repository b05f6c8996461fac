import { expect, test } from "vitest";
import { judge, type KnownKey } from "#lib/alerts/intake/judge";

const at = Temporal.Instant.from("2026-03-03T03:00:00Z");
const ago = (minutes: number) => at.subtract({ minutes });
const said = (changes: object = {}) => ({
  ...{ origin: "alertmanager", status: "firing" as const, startsAt: ago(5), endsAt: null, fingerprint: "b" },
  ...changes,
});
const open = (minutes: number, lastDelivery = "a"): KnownKey => ({
  open: { startsAt: ago(minutes), lastDelivery },
  last: null,
});
const over = (startedAgo: number, resolvedAgo: number, isBySender = true): KnownKey => ({
  open: null,
  last: { startsAt: ago(startedAgo), resolvedAt: ago(resolvedAgo), isBySender },
});
const nothing: KnownKey = { open: null, last: null };

test.each([
  ["a first firing opens", said(), nothing, "opens"],
  ["the same delivery again changes nothing", said({ fingerprint: "a", startsAt: ago(1) }), open(5), "same"],
  ["the same start again changes nothing, whatever else it says", said(), open(5), "same"],
  ["an earlier start, of the other one of a pair, changes nothing", said({ startsAt: ago(6) }), open(5), "same"],
  ["a later start is counted", said({ startsAt: ago(4) }), open(5), "anew"],
  ["one without a start is counted where it says something else", said({ startsAt: null }), open(5), "anew"],
  ["resolved ends what is open", said({ status: "resolved" }), open(5), "resolves"],
  ["resolved with nothing open is nothing", said({ status: "resolved" }), nothing, "nothing"],
  [
    "a late end of an earlier one leaves the open one alone",
    said({ status: "resolved", startsAt: ago(60), endsAt: ago(30) }),
    open(5),
    "nothing",
  ],
  [
    "an end with a clock that is behind ends what is open",
    said({ status: "resolved", endsAt: ago(9) }),
    open(5),
    "resolves",
  ],
  ["a firing that was told before its end came is a replay", said(), over(5, 1), "nothing"],
  ["however late it comes", said({ startsAt: ago(9_000) }), over(9_000, 8_000), "nothing"],
  ["a firing that began after the last one ended opens", said({ startsAt: ago(1) }), over(5, 2), "opens"],
  ["what a person resolved may be told for a while", said(), over(5, 14, false), "nothing"],
  ["and opens again when it goes on", said(), over(5, 16, false), "opens"],
  ["at once where it began anew", said({ startsAt: ago(1) }), over(5, 2, false), "opens"],
  ["without a start it is news", said({ startsAt: null }), over(5, 1), "opens"],
  [
    "other senders tell what happens once: trigger after resolve opens",
    said({ origin: "pagerduty:x" }),
    over(5, 1),
    "opens",
  ],
  ["and so does a program", said({ origin: "api:x" }), over(5, 1), "opens"],
  ["an acknowledgement needs something open", said({ status: "acknowledged" }), nothing, "nothing"],
  ["and is told of it", said({ status: "acknowledged" }), open(5), "acknowledges"],
] as const)("%s", (_what, delivery, known, expected) => {
  expect(judge(delivery, known, at)).toBe(expected);
});
