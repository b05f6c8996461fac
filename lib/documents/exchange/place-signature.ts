import "server-only";
import type { Tx } from "#db/client";
import type { Viewer } from "#lib/auth/policy";
import { applySignature } from "#lib/documents/exchange/apply-signature";
import type { SignatureDraft } from "#lib/documents/exchange/drafts";
import type { Outcome } from "#lib/documents/exchange/outcome";
import { Invalid } from "#lib/errors";
import { readDescriptor } from "#lib/imports/descriptor";
import { yamlDocuments } from "#lib/imports/yaml-documents";
import { lockService } from "#lib/services/locks";

/** Brings a signature to what its file in an export says. Throws NotFound, Forbidden, Conflict, Invalid. */
export async function placeSignature(
  tx: Tx,
  viewer: Viewer,
  { path, text, origin }: SignatureDraft,
  at: Temporal.Instant,
): Promise<Outcome> {
  const [document] = yamlDocuments(text, path);
  const reading = document && readDescriptor(document);
  if (reading?.kind === "rejection") throw new Invalid(reading.rejection.reason);
  if (reading?.kind !== "written" || reading.written.kind !== "Signature")
    throw new Invalid("This holds no signature.");
  const { service, slug, body } = reading.written;
  return applySignature(tx, viewer, await lockService(tx, service), { path, slug, body, origin }, at);
}
