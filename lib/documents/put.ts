import "server-only";
import { inTransaction } from "#db/client";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { setRetiredIn, writeDocumentIn } from "#lib/documents/commands";
import type { OneDocument, PutDocumentInput } from "#lib/documents/inputs";
import { holdService, lockByAddress } from "#lib/documents/locks";
import { type Saved, saveDocumentIn } from "#lib/documents/save";
import { Invalid } from "#lib/errors";

/**
 * Writes the document at this address, or saves it: on `baseRevision`, merged three ways with what came after it, or in
 * the place of the present text when that is left out. A retired document comes back.
 * Throws NotFound without such a service, Forbidden, Invalid, Conflict, and MergeConflict with both texts.
 */
export function putDocument(
  viewer: Viewer,
  { service: serviceSlug, kind, slug }: OneDocument,
  input: PutDocumentInput,
  at = now(),
): Promise<Saved & { isNew: boolean }> {
  return inTransaction(async (tx) => {
    const service = await holdService(tx, serviceSlug);
    const present = await lockByAddress(tx, service, kind, slug);
    if (present) {
      const document = { ...present, service };
      await setRetiredIn(tx, viewer, document, null, at);
      const saved = await saveDocumentIn(tx, viewer, { ...document, retiredAt: null }, input, at);
      return { ...saved, isNew: false };
    }
    if (input.baseRevision !== undefined) throw new Invalid("There is nothing here to be based on.", "baseRevision");
    const written = await writeDocumentIn(tx, viewer, service, { ...input, kind, slug }, at);
    const { revision, title, alertNames } = written;
    return { revision, merged: false, title, alertNames, body: input.body, isNew: true };
  });
}
