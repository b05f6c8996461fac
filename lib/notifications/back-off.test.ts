import { expect, test } from "vitest";
import { nextTry } from "#lib/notifications/back-off";

const dueAt = Temporal.Instant.from("2026-03-04T03:00:00Z");

/** How many seconds after it was due a message of this kind is tried, should each try fail at once. */
function tries(kind: string): number[] {
  const seconds = [0];
  for (let at = dueAt, next = nextTry({ kind, dueAt, attempts: 1 }, at); next; ) {
    seconds.push(dueAt.until(next).total("seconds"));
    at = next;
    next = nextTry({ kind, dueAt, attempts: seconds.length }, at);
  }
  return seconds;
}

test("a message is tried more and more seldom, for half an hour", () => {
  expect(tries("page")).toEqual([0, 10, 40, 100, 220, 520, 820, 1120, 1420, 1720]);
});

test("a code is not sent when it is no longer good for long", () => {
  expect(tries("verification")).toEqual([0, 10, 40, 100, 220, 520]);
});
