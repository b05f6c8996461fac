import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { uploads } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { UploadDraft } from "#lib/documents/exchange/drafts";
import type { Outcome } from "#lib/documents/exchange/outcome";
import { uploadPath } from "#lib/documents/exchange/paths";
import { holdService } from "#lib/documents/locks";
import { findType } from "#lib/documents/uploads/find-type";
import { largestUploadMebibytes, safeName } from "#lib/documents/uploads/upload-types";
import { Conflict, TooLarge } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

/** Keeps a file of an export under the address that documents know it by. Throws NotFound, Forbidden, Conflict, TooLarge, Invalid. */
export async function placeUpload(tx: Tx, viewer: Viewer, draft: UploadDraft, at: Temporal.Instant): Promise<Outcome> {
  const service = await holdService(tx, draft.service);
  authorize(viewer, "document:edit", teamsOf(service));
  const { id, content, path } = draft;
  if (content.length > largestUploadMebibytes * 1024 * 1024)
    throw new TooLarge(`A file may have at most ${largestUploadMebibytes} MiB.`);
  const name = safeName(draft.name);
  const type = await findType(content, name);
  const digest = createHash("sha256").update(content).digest("hex");
  const [known] = await tx.select({ digest: uploads.digest }).from(uploads).where(eq(uploads.id, id));
  if (known && known.digest === digest) return { outcome: "unchanged" };
  const [added] = known
    ? []
    : await tx
        .insert(uploads)
        .values({ id, serviceId: service.id, name, type, content, digest, personId: null, uploadedAt: at })
        .onConflictDoNothing()
        .returning({ id: uploads.id });
  if (!added) throw new Conflict("Another file has this address, or this file has another address here.");
  await recordEvent(tx, viewer, at, { kind: "upload.added", service: named(service), name, about: [service.id] });
  return { outcome: "created", loaded: { path, address: uploadPath(id, name), title: name } };
}
