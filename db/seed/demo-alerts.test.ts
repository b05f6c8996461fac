import { expect, test } from "vitest";
import { demoRules } from "#db/seed/demo/alerts/rules";
import { demoStories } from "#db/seed/demo/alerts/stories";
import { demoSignatures } from "#db/seed/demo/signatures";
import { matchPattern, readPattern } from "#lib/signatures/pattern";
import { readText } from "#lib/signatures/text";

test("every story of the demo comes from a rule of its service", () => {
  const rules = new Set(demoRules.map(([service, name]) => `${service} ${name}`));
  for (const { service, rule } of demoStories) expect(rules).toContain(`${service} ${rule}`);
});

test("the demo has stories of what was answered, handed on, brought in, held, joined and tried as a drill", () => {
  const deeds = new Set(demoStories.flatMap(({ acts }) => acts.map(([, , deed]) => deed)));
  expect([...deeds].sort()).toEqual(
    ["acknowledged", "brought in", "noted", "ops", "over", "paged", "quietly told", "resolved"].sort(),
  );
  expect(demoStories.some(({ isDrill }) => isDrill)).toBe(true);
  expect(demoStories.some(({ joined }) => joined)).toBe(true);
  expect(new Set(demoStories.flatMap(({ held }) => held?.[0] ?? [])).size).toBeGreaterThan(1);
});

test("the error of every story is what one of the demo’s signatures waits for", () => {
  const errors = demoStories.flatMap(({ labels }) => labels?.error ?? []);
  expect(errors.length).toBeGreaterThan(5);
  for (const error of errors) {
    const found = demoSignatures.filter(({ pattern }) => matchPattern(readPattern(pattern).phrases, readText(error)));
    expect(found.length, error).toBeGreaterThan(0);
  }
});
