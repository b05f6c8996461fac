import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionsIn } from "#lib/search/mentions";

test("what a machine appends to the name of a service hides it not", () => {
  const said = mentionsIn("pod checkout-api-7f9c4d5b-xk2lp restarted\nupstream shop.payments-db.internal refused");
  expect(said.get("checkout-api")).toEqual({ text: "checkout-api", line: 1 });
  expect(said.get("shop.payments-db")).toEqual({ text: "shop.payments-db", line: 2 });
  expect(said.get("payments-db")).toEqual({ text: "payments-db", line: 2 });
});

test("names of several words and e-mail addresses are found whatever their case", () => {
  const said = mentionsIn("Shop Front paged ada@Harbour.example.");
  expect(said.get("shop front")).toEqual({ text: "Shop Front", line: 1 });
  expect(said.get("ada@harbour.example")).toEqual({ text: "ada@Harbour.example", line: 1 });
});

test("a text of one word repeated, of punctuation or of nothing costs nothing", () => {
  expect([...mentionsIn("error error error").keys()]).toEqual(["error error error", "error error", "error"]);
  expect(mentionsIn("--- … !!! ---").size).toBe(0);
  expect(mentionsIn("").size).toBe(0);
});

test("any text gives at most 20,000 mentions, each of at least three characters that stand in it", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500, unit: "grapheme" }), (text) => {
      const said = mentionsIn(text);
      for (const { text: mention } of said.values()) expect(mention.length).toBeGreaterThanOrEqual(3);
    }),
  );
  const long = Array.from({ length: 20_000 }, (_, index) => `w${index}-a-b`).join(" ");
  expect(mentionsIn(long).size).toBe(20_000);
});
