import "server-only";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { uploads } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";

/** What is said of an uploaded file; `digest` is the SHA-256 of its content, in hexadecimal. */
export type UploadView = { id: string; name: string; type: string; digest: string };

/** The file with this id, without its content; undefined when there is none. */
export async function findUpload(viewer: Viewer, id: string): Promise<UploadView | undefined> {
  authorize(viewer, "catalog:read");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const columns = { id: uploads.id, name: uploads.name, type: uploads.type, digest: uploads.digest };
  const [upload] = await db().select(columns).from(uploads).where(eq(uploads.id, id));
  return upload;
}

/** Its content. */
export async function readUpload(viewer: Viewer, { id }: UploadView): Promise<Uint8Array<ArrayBuffer> | undefined> {
  authorize(viewer, "catalog:read");
  const [upload] = await db().select({ content: uploads.content }).from(uploads).where(eq(uploads.id, id));
  return upload && new Uint8Array(upload.content);
}
