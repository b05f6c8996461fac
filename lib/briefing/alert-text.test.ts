import { expect, test } from "vitest";
import { alertText } from "#lib/briefing/alert-text";

test("the words of an alert are its summary, its labels, every text among its details, and its rule", () => {
  const details = { annotations: { description: "pool exhausted" }, lines: ["refused", { last: "timeout" }], count: 3 };
  const text = alertText({
    summary: "Payments hang",
    rule: "PaymentSlow",
    labels: { error: "PoolExhausted" },
    details,
  });
  expect(text.split("\n")).toEqual([
    "Payments hang",
    "PoolExhausted",
    "pool exhausted",
    "refused",
    "timeout",
    "PaymentSlow",
  ]);
});

test("details of any depth and size end somewhere", () => {
  let nested: unknown = "deep";
  for (let depth = 0; depth < 50; depth += 1) nested = { nested };
  expect(alertText({ summary: "a", rule: "b", labels: {}, details: nested })).toBe("a\nb");
  expect(alertText({ summary: "x".repeat(50_000), rule: "b", labels: {}, details: null })).toHaveLength(16_000);
});
