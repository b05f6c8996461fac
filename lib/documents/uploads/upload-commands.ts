import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { uploads } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { holdService } from "#lib/documents/locks";
import { findType } from "#lib/documents/uploads/find-type";
import { largestUploadMebibytes, safeName, uploadMarkdown, uploadUrl } from "#lib/documents/uploads/upload-types";
import { TooLarge } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

export type Uploaded = { id: string; name: string; type: string; url: string; markdown: string };

/**
 * Keeps a picture or a file for the documents of a service; one that is there already is that one, under its first name.
 * Throws NotFound, Forbidden, TooLarge, Invalid for a file that is empty or not what its name promises.
 */
export function addUpload(
  viewer: Viewer,
  { service: slug, name: given, content }: { service: string; name: string; content: Uint8Array },
  at = now(),
): Promise<Uploaded> {
  return inTransaction(async (tx) => {
    const service = await holdService(tx, slug);
    authorize(viewer, "document:edit", teamsOf(service));
    if (content.length > largestUploadMebibytes * 1024 * 1024)
      throw new TooLarge(`A file may have at most ${largestUploadMebibytes} MiB.`);
    const name = safeName(given);
    const type = await findType(content, name);
    const digest = createHash("sha256").update(content).digest("hex");
    const columns = { id: uploads.id, name: uploads.name, type: uploads.type };
    const [added] = await tx
      .insert(uploads)
      .values({ serviceId: service.id, name, type, content, digest, personId: viewer.personId, uploadedAt: at })
      .onConflictDoNothing()
      .returning(columns);
    if (added) {
      await recordEvent(tx, viewer, at, { kind: "upload.added", service: named(service), name, about: [service.id] });
      return described(added);
    }
    const [known] = await tx
      .select(columns)
      .from(uploads)
      .where(and(eq(uploads.serviceId, service.id), eq(uploads.digest, digest)));
    if (!known) throw new Error("The database returned no upload.");
    return described(known);
  });
}

const described = (upload: { id: string; name: string; type: string }): Uploaded => ({
  ...upload,
  url: uploadUrl(upload),
  markdown: uploadMarkdown(upload),
});
