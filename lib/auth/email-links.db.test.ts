import { expect, test } from "vitest";
import { db } from "#db/client";
import { verificationTokens } from "#db/schema";
import { createPerson } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { emailLinkAdapter } from "#lib/auth/email-links";
import { confirmationPage } from "#lib/auth/email-provider";
import { now } from "#lib/clock";

testDatabase();

const soon = () => new Date(now().add({ minutes: 30 }).epochMilliseconds);

test("a link works once, even when it is followed twice at the same time", async () => {
  const link = { identifier: "ada@example.com", token: "hash" };
  await emailLinkAdapter.createVerificationToken?.({ ...link, expires: soon() });
  const uses = await Promise.all([1, 2, 3].map(() => emailLinkAdapter.useVerificationToken?.(link)));
  expect(uses.filter(Boolean)).toHaveLength(1);
  expect(await emailLinkAdapter.useVerificationToken?.(link)).toBeNull();
});

test("a link works only for the address that it was sent to", async () => {
  await emailLinkAdapter.createVerificationToken?.({ identifier: "ada@example.com", token: "hers", expires: soon() });
  expect(
    await emailLinkAdapter.useVerificationToken?.({ identifier: "mallory@example.com", token: "hers" }),
  ).toBeNull();
});

test("links that have expired are cleared away with the next one", async () => {
  const past = new Date(now().subtract({ hours: 1 }).epochMilliseconds);
  await emailLinkAdapter.createVerificationToken?.({ identifier: "old@example.com", token: "old", expires: past });
  await emailLinkAdapter.createVerificationToken?.({ identifier: "new@example.com", token: "new", expires: soon() });
  expect((await db().select().from(verificationTokens)).map(({ token }) => token)).not.toContain("old");
});

test("people are found by address, and nobody is made up", async () => {
  const ada = await createPerson(db());
  expect(await emailLinkAdapter.getUserByEmail?.(ada.email ?? "")).toMatchObject({ id: ada.id });
  expect(await emailLinkAdapter.getUserByEmail?.("nobody@example.com")).toBeNull();
  expect(emailLinkAdapter.createUser).toBeUndefined();
});

test("the letter leads to a page with a button, because programs that scan mail follow links", () => {
  const callback = "https://watchbill.example.com/api/auth/callback/email?callbackUrl=x&token=t&email=a%40b.example";
  expect(confirmationPage(callback)).toBe(
    "https://watchbill.example.com/sign-in/link?callbackUrl=x&token=t&email=a%40b.example",
  );
});
