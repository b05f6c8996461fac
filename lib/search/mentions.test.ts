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
  expect([...mentionsIn("error error error").keys()].toSorted()).toEqual(["error", "error error", "error error error"]);
  expect(mentionsIn("--- … !!! ---").size).toBe(0);
  expect(mentionsIn("").size).toBe(0);
});

test("any text gives at most 3,000 mentions, each of at least three characters that stand in it", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500, unit: "grapheme" }), (text) => {
      const said = mentionsIn(text);
      for (const { text: mention } of said.values()) expect(mention.length).toBeGreaterThanOrEqual(3);
    }),
  );
  const long = Array.from({ length: 20_000 }, (_, index) => `w${index}-a-b`).join(" ");
  expect(mentionsIn(long).size).toBe(3_000);
});

test("numbers and times are in no name of several words, and short numbers may be", () => {
  const said = mentionsIn("2026-03-02T03:11:12.104Z pool 2 of zone 40961 ran out");
  expect(said.has("pool 2 of zone")).toBe(true);
  expect([...said.keys()].filter((name) => /2026|40961/.test(name))).toEqual([]);
});

test("of a text with more names than are read, those of the error are among those that are", () => {
  const noise = Array.from({ length: 9_000 }, (_, index) => `INFO handled thing${index}`).join("\n");
  const said = mentionsIn(`${noise}\nERROR quartermaster refused`);
  expect(said.get("quartermaster")).toEqual({ text: "quartermaster", line: 9_001 });
});

test("a word far down is read even where words in a row are more than are read", () => {
  const noise = Array.from({ length: 1_500 }, (_, index) => `INFO handled thing${index} of many`).join("\n");
  expect(mentionsIn(`${noise}\nINFO quartermaster rested`).get("quartermaster")).toMatchObject({ line: 1_501 });
});
