import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "#db/client";
import { signaturePhrases } from "#db/schema";
import { rememberWords } from "#lib/search/remember-words";
import type { SignatureRow } from "#lib/signatures/locks";
import { readPattern } from "#lib/signatures/pattern";

/** Takes the patterns of signatures apart, so that texts find them; replaces what stood there before. */
export async function indexPatterns(tx: Tx, signatures: readonly SignatureRow[]): Promise<void> {
  const rows = signatures.flatMap(({ id, pattern }) =>
    readPattern(pattern).phrases.map(({ text, keyword, others }, ordinal) => ({
      ...{ signatureId: id, ordinal, phrase: text, keyword, others },
    })),
  );
  await tx.delete(signaturePhrases).where(
    inArray(
      signaturePhrases.signatureId,
      signatures.map(({ id }) => id),
    ),
  );
  await tx.insert(signaturePhrases).values(rows);
  await rememberWords(
    tx,
    signatures.flatMap(({ pattern, meaning }) => [pattern, meaning]),
  );
}
