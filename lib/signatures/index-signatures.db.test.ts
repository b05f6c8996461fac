import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { signaturePhrases } from "#db/schema";
import { createSignature } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { indexSignatures } from "#lib/signatures/index-signatures";

testDatabase();

test("signatures that were written as bare rows get their phrases once", async () => {
  const signature = await createSignature(db(), { pattern: "connection to * refused\npool is exhausted" });
  expect(await indexSignatures()).toBe(1);
  expect(await indexSignatures()).toBe(0);
  const phrases = await db()
    .select()
    .from(signaturePhrases)
    .where(eq(signaturePhrases.signatureId, signature.id))
    .orderBy(signaturePhrases.ordinal);
  expect(phrases.map(({ phrase }) => phrase)).toEqual(["connection to * refused", "pool is exhausted"]);
});
