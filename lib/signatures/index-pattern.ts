import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { signaturePhrases } from "#db/schema";
import { rememberWords } from "#lib/search/remember-words";
import type { SignatureRow } from "#lib/signatures/locks";
import { readPattern } from "#lib/signatures/pattern";

/** Takes the pattern of a signature apart, so that texts find it; replaces what stood there before. */
export async function indexPattern(tx: Tx, { id, pattern, meaning }: SignatureRow): Promise<void> {
  const { phrases } = readPattern(pattern);
  await tx.delete(signaturePhrases).where(eq(signaturePhrases.signatureId, id));
  await tx
    .insert(signaturePhrases)
    .values(phrases.map(({ text, keyword }, ordinal) => ({ signatureId: id, ordinal, phrase: text, keyword })));
  await rememberWords(tx, [pattern, meaning]);
}
