import fc from "fast-check";
import { expect, test } from "vitest";
import { tellingWords } from "#lib/search/telling-words";

test("the words of the cause come first, numbers and what every error says are left out", () => {
  const words = tellingWords(`INFO booted quartermaster in 12 s
java.lang.IllegalStateException: Connection failed with error 503
Caused by: redis.clients.JedisPoolException: evicted`);
  expect(words[0]).toBe("jedispoolexception");
  expect(words.indexOf("evicted")).toBeLessThan(words.indexOf("quartermaster"));
  expect(words).toContain("jedis");
  expect(words).not.toContain("connection");
  expect(words).not.toContain("error");
});

test("whatever is pasted, at most twelve words come of it, each once", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: "grapheme" }), (text) => {
      const words = tellingWords(text);
      expect(words.length).toBeLessThanOrEqual(12);
      expect(new Set(words).size).toBe(words.length);
    }),
  );
});
