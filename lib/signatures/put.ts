import "server-only";
import { inTransaction } from "#db/client";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { lockService } from "#lib/services/locks";
import { editSignatureIn, setRetiredIn, writeSignatureIn } from "#lib/signatures/commands";
import type { PutSignatureInput } from "#lib/signatures/inputs";
import { findSignatureRow } from "#lib/signatures/locks";

/**
 * Writes the signature `slug` of a service, or makes it what `input` says; a field left out keeps its value, a retired
 * one comes back. True when it was created. Throws NotFound, Forbidden, Invalid, Conflict.
 */
export function putSignature(
  viewer: Viewer,
  address: { service: string; signature: string },
  input: PutSignatureInput,
  at = now(),
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, address.service);
    const present = await findSignatureRow(tx, service, address.signature);
    if (!present) {
      await writeSignatureIn(tx, viewer, service, { ...input, slug: address.signature }, at);
      return true;
    }
    await setRetiredIn(tx, viewer, { ...present, service }, null, at);
    await editSignatureIn(tx, viewer, { ...present, service, retiredAt: null }, input, at);
    return false;
  });
}
