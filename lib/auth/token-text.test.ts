import { expect, test } from "vitest";
import { looksLikeToken, newTokenText, tokenHash, tokenHint } from "#lib/auth/token-text";

test("a token holds 256 random bits and is never made twice", () => {
  const texts = Array.from({ length: 100 }, newTokenText);
  expect(new Set(texts).size).toBe(100);
  for (const text of texts) expect(Buffer.from(text.slice("wb_".length), "base64url")).toHaveLength(32);
});

test("a token is known by its prefix, and its hint tells little more", () => {
  const text = newTokenText();
  expect(looksLikeToken(text)).toBe(true);
  expect(tokenHint(text)).toBe(text.slice(0, 7));
});

test("what is stored is the SHA-256 of the text", () => {
  expect(tokenHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
