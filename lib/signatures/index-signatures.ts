import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { signaturePhrases, signatures } from "#db/schema";
import { indexPatterns } from "#lib/signatures/index-patterns";

/** Fills in the phrases of signatures that were written as bare rows, by seeds. Returns how many it found. */
export async function indexSignatures(): Promise<number> {
  let done = 0;
  for (let found = signaturesAtOnce; found === signaturesAtOnce; done += found) found = await indexSome();
  return done;
}

const signaturesAtOnce = 500;

function indexSome(): Promise<number> {
  return inTransaction(async (tx) => {
    const found = await tx
      .select({ signature: signatures })
      .from(signatures)
      .leftJoin(signaturePhrases, and(eq(signaturePhrases.signatureId, signatures.id), eq(signaturePhrases.ordinal, 0)))
      .where(isNull(signaturePhrases.signatureId))
      .orderBy(signatures.id)
      .limit(signaturesAtOnce)
      .for("update", { of: signatures, skipLocked: true });
    const some = found.map(({ signature }) => signature);
    if (some.length > 0) await indexPatterns(tx, some);
    return some.length;
  });
}
