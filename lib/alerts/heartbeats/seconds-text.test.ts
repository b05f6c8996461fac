import { expect, test } from "vitest";
import { secondsText } from "#lib/alerts/heartbeats/seconds-text";

test.each([
  [0, "0 seconds"],
  [1, "a second"],
  [60, "a minute"],
  [90, "90 seconds"],
  [300, "5 minutes"],
  [3_600, "an hour"],
  [5_400, "90 minutes"],
  [86_400, "a day"],
  [172_800, "2 days"],
])("%d seconds are said in their largest whole unit: %s", (seconds, text) => {
  expect(secondsText(seconds)).toBe(text);
});
