import { expect, test } from "vitest";
import { db } from "#db/client";
import { verificationTokens } from "#db/schema";
import { testDatabase } from "#db/testing/test-database";
import { createSignInLink, spendSignInLink } from "#lib/auth/email-links";

testDatabase();

const at = Temporal.Instant.from("2026-03-01T10:00:00Z");

async function linkFor(email: string, sentAt = at) {
  const link = new URL(
    await createSignInLink({ email, origin: "https://watchbill.example.com", callbackUrl: "/teams" }, sentAt),
  );
  return { link, token: link.searchParams.get("token") ?? "" };
}

test("a link works once, even when it is used several times at the same time", async () => {
  const { token } = await linkFor("ada@example.com");
  const uses = await Promise.all([1, 2, 3].map(() => spendSignInLink("ada@example.com", token, at)));
  expect(uses.filter(Boolean)).toEqual(["ada@example.com"]);
  expect(await spendSignInLink("ada@example.com", token, at)).toBeUndefined();
});

test("a link works for the address only that it was sent to, and trying it with another leaves it good", async () => {
  const { token } = await linkFor("ada@example.com");
  expect(await spendSignInLink("mallory@example.com", token, at)).toBeUndefined();
  expect(await spendSignInLink("ada@example.com", `${token}x`, at)).toBeUndefined();
  expect(await spendSignInLink("ada@example.com", token, at)).toBe("ada@example.com");
});

test("a link is good for half an hour", async () => {
  const { token } = await linkFor("ada@example.com");
  expect(await spendSignInLink("ada@example.com", token, at.add({ minutes: 30 }))).toBeUndefined();
  expect(await spendSignInLink("ada@example.com", token, at.add({ minutes: 29 }))).toBe("ada@example.com");
});

test("the secret of a link is not in the database, and what has expired is cleared away", async () => {
  const { token } = await linkFor("ada@example.com");
  expect(JSON.stringify(await db().select().from(verificationTokens))).not.toContain(token);
  await linkFor("lin@example.com", at.add({ hours: 1 }));
  const left = await db().select().from(verificationTokens);
  expect(left.map(({ identifier }) => identifier)).toEqual(["lin@example.com"]);
});

test("a link opens a page of this server that remembers where its reader wanted to go", async () => {
  const { link } = await linkFor("ada@example.com");
  expect(link.origin + link.pathname).toBe("https://watchbill.example.com/sign-in/link");
  expect(link.searchParams.get("callbackUrl")).toBe("/teams");
});
