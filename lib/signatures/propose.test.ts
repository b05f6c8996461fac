import fc from "fast-check";
import { expect, test } from "vitest";
import { matchPattern, readPattern } from "#lib/signatures/pattern";
import { proposePattern } from "#lib/signatures/propose";
import { readText } from "#lib/signatures/text";

test.each([
  [
    "2026-03-02T09:14:07.120Z ERROR [pool-7-thread-3] Connection to 10.0.3.17:6379 timed out after 3000ms",
    "ERROR [pool-*-thread-*] Connection to * timed out after *ms",
  ],
  ['ERROR:  relation "orders_2026" does not exist at character 15', 'ERROR: relation "*" does not exist at character'],
  [
    "panic: runtime error: index out of range [5] with length 3",
    "panic: runtime error: index out of range [*] with length",
  ],
  ["upstream checkout-api-7f9c4d5b-xk2lp refused connection", "upstream checkout-api-* refused connection"],
  [
    "GET /api/orders/8231/items?id=f3c9a1b2 failed for 3fa85f64-5717-4562-b3fc-2c963f66afa6 from fe80::1ff:fe23:4567:890a",
    "GET /api/orders/*/items?id=* failed for * from",
  ],
  ["Can't find the user's basket: 'a b' is gone", "Can't find the user's basket: '*' is gone"],
  [
    "Mar  2 09:14:07 harbour kernel: Out of memory: Killed process 8231 (java)",
    "harbour kernel: Out of memory: Killed process * (java)",
  ],
  ["worker12 lost ada@harbour.example at 0x7ffde1", "worker* lost * at"],
])("what changes from one time to the next becomes a star: %#", (line, pattern) => {
  expect(proposePattern(line)).toBe(pattern);
});

test("of a stack trace the cause comes first, then the exception; frames and chatter are left out", () => {
  const trace = `INFO started in 12 s
java.lang.IllegalStateException: Basket 8231 could not be priced
\tat shop.pricing.Engine.price(Engine.java:118)
\tat shop.basket.Basket.total(Basket.java:40)
Caused by: redis.clients.jedis.exceptions.JedisConnectionException: Could not get a resource from the pool
\t... 23 more`;
  expect(proposePattern(trace).split("\n")).toEqual([
    "Caused by: redis.clients.jedis.exceptions.JedisConnectionException: Could not get a resource from the pool",
    "java.lang.IllegalStateException: Basket * could not be priced",
  ]);
});

test("of a text without an error the first line with a word is proposed; of one without words nothing is", () => {
  expect(proposePattern("12:00\nnothing to see\nhere")).toBe("nothing to see");
  expect(proposePattern("12 34\n--- *** ab")).toBe("");
  expect(proposePattern("")).toBe("");
});

const pieces = fc.oneof(
  fc.constantFrom(
    "ERROR",
    "refused",
    "Caused by: x.FooException: ",
    '"',
    "'",
    "`",
    "*",
    "2026-01-02T03:04:05Z",
    "0xfe",
    "10.0.0.1:80",
  ),
  fc.constantFrom(" ", "\t", "\n", "\r\n", ":", "-", "/", "a1b2c3d4e5", "worker9", "3ms", "\0", "ada@b.example", "::1"),
  fc.string({ maxLength: 8, unit: "grapheme" }),
);

test("whatever is pasted, the proposed pattern is a valid one and matches it", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      const pattern = proposePattern(text);
      if (pattern === "") return;
      const { phrases, problems } = readPattern(pattern);
      expect(problems).toEqual([]);
      expect(matchPattern(phrases, readText(text))).toBeDefined();
    }),
    { numRuns: 3_000 },
  );
});

test("64 kB without a space or an end are no burden", () => {
  for (const text of [
    "a".repeat(65_536),
    "1a".repeat(32_768),
    '"'.repeat(65_536),
    "a:".repeat(32_768),
    "error ".repeat(10_000),
  ]) {
    const begun = performance.now();
    proposePattern(text);
    expect(performance.now() - begun).toBeLessThan(1_000);
  }
});
