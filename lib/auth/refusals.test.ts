import { expect, test } from "vitest";
import { refusalSentence } from "#lib/auth/refusals";

test.each(["unknown", "unverified", "deactivated", "too-many-tries", "email-CredentialsSignin"])(
  "somebody refused as %s reads what to do about it",
  (reason) => {
    expect(refusalSentence(reason)).toMatch(/\. |, then|; try/);
    expect(refusalSentence(reason)).not.toBe(refusalSentence("Configuration"));
  },
);

test("a reason that nobody knows, or that somebody made up, says no more than that it did not work", () => {
  expect(refusalSentence("<b>toString</b>")).toBe(refusalSentence("Configuration"));
  expect(refusalSentence("toString")).toBe(refusalSentence("Configuration"));
});

test("without a reason there is nothing to say", () => {
  expect(refusalSentence(undefined)).toBeUndefined();
});
