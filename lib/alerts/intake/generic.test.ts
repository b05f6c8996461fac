import { expect, test } from "vitest";
import { RaiseAlertInput, readGeneric } from "#lib/alerts/intake/generic";
import { severityOf } from "#lib/alerts/severity";

const read = (changes: object = {}, others?: string[]) =>
  readGeneric(RaiseAlertInput.parse({ service: "checkout", summary: "Half of all payments fail", ...changes }), others);

test("the rule is what the call says, else the label alertname, else the dedup key", () => {
  expect(read({ rule: "PaymentsFail", labels: { alertname: "X" } }).rule).toBe("PaymentsFail");
  expect(read({ labels: { alertname: "X" } }).rule).toBe("X");
  expect(read({ dedupKey: "payments" }).rule).toBe("payments");
  expect(read().rule).toBe("Half of all payments fail");
});

test("without a dedup key the same call again is the same alert, and another rule, summary or label another", () => {
  const keys = [
    read(),
    read({ rule: "A" }),
    read({ summary: "All fail" }),
    read({ labels: { zone: "a" } }),
    read({ labels: { zone: "b" } }),
  ];
  expect(new Set(keys.map(({ dedupKey }) => dedupKey)).size).toBe(keys.length);
  expect(read({ labels: { zone: "a" } }).dedupKey).toBe(keys[3]?.dedupKey);
});

test("what is too long is cut, and what is unknown is said, instead of being refused", () => {
  const said = read({ summary: "x".repeat(10_000), rule: "r".repeat(900), links: [{ url: "javascript:x" }] }, [
    "colour",
  ]);
  expect(said.summary).toHaveLength(1_000);
  expect(said.rule.length).toBeLessThanOrEqual(200);
  expect(said).toMatchObject({ links: [], note: expect.stringMatching(/summary was cut.*colour/) });
});

test("labels are texts, whatever they were", () => {
  expect(read({ labels: { port: 80, isOpen: true, zone: null } }).labels).toEqual({
    port: "80",
    isOpen: "true",
    zone: "",
  });
});

test.each([
  ["critical", ["critical", "CRITICAL", " page ", "P1", "fatal", "emergency"]],
  ["error", ["error", "high", "major", "p2", "boom", "", undefined, null, 7]],
  ["warning", ["warning", "Warn", "minor", "p3"]],
  ["info", ["info", "notice", "low", "none"]],
])("%s is meant by %j", (severity, words) => {
  for (const word of words) expect(severityOf(word)).toBe(severity);
});
