import { expect, test } from "vitest";
import { drillSummary, playedWords, restOfScenario } from "#lib/alerts/drills/drill";

test("a drill's alert is called after the first line of its scenario, and a drill wherever it is read", () => {
  expect(drillSummary("  The pool is empty.\nPretend that nobody sees it.")).toBe("Drill: The pool is empty.");
  expect(playedWords(drillSummary("The pool is empty."))).toBe("The pool is empty.");
  const long = drillSummary("x".repeat(500));
  expect([long.length, long.endsWith("…")]).toEqual([167, true]);
});

test("what to pretend is what follows the first line, and nothing where an alert holds no scenario", () => {
  expect(restOfScenario({ scenario: "The pool is empty.\nPretend this.\n\nStop there. " })).toBe(
    "Pretend this.\n\nStop there.",
  );
  for (const details of [{ scenario: "One line." }, { scenario: 7 }, {}, null, "text"])
    expect(restOfScenario(details)).toBe("");
});
