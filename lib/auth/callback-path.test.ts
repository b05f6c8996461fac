import fc from "fast-check";
import { expect, test } from "vitest";
import { callbackPath } from "#lib/auth/callback-path";

const origin = "https://watchbill.example.com";

test.each([
  ["/services/checkout?at=now#owners", "/services/checkout?at=now#owners"],
  [`${origin}/teams`, "/teams"],
  ["services", "/services"],
])("%j leads to a page of this server", (wanted, path) => {
  expect(callbackPath(wanted, origin)).toBe(path);
});

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  `${origin}//evil.example`,
  `${origin}@evil.example`,
  "https://watchbill.example.com.evil.example/",
  "javascript:alert(1)",
  "data:text/html,x",
  "http://watchbill.example.com/",
  "https://[",
  "",
  undefined,
  null,
  ["/services"],
])("%j leads home", (wanted) => {
  expect(callbackPath(wanted, origin)).toBe("/");
});

test("the way back never leads to the sign-in page again", () => {
  expect(callbackPath("/sign-in?callbackUrl=/", origin)).toBe("/");
  expect(callbackPath("/sign-ins", origin)).toBe("/sign-ins");
});

test("whatever is asked for, a browser that follows the answer stays on this server", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    "//",
    ":",
    "@",
    ".",
    "..",
    "evil.example",
    "https:",
    "\t",
    "\n",
    "?",
    "#",
    "%2f",
    " ",
  );
  fc.assert(
    fc.property(
      fc.array(pieces).map((parts) => parts.join("")),
      (wanted) => {
        expect(new URL(callbackPath(wanted, origin), origin).origin).toBe(origin);
      },
    ),
  );
});
