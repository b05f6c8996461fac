import "server-only";
import { z } from "zod";
import { readBytes } from "#lib/api/body";
import { authorize, type Viewer } from "#lib/auth/policy";
import { readArchive } from "#lib/documents/exchange/archive";
import type { GivenFile } from "#lib/documents/exchange/drafts";
import { importDocuments } from "#lib/documents/exchange/import-commands";
import type { DocumentImportResult } from "#lib/documents/exchange/outcome";
import { faultOfPath } from "#lib/documents/exchange/paths";
import { mostZipMebibytes } from "#lib/documents/exchange/zip";
import { Invalid, UnsupportedType } from "#lib/errors";
import { isStorable } from "#lib/fields";

type Wish = { source?: string; service?: string; dryRun?: boolean };

/**
 * Loads the Markdown files that a request carries, as a ZIP archive or as a JSON array of `{ path, text }`. Without a
 * `source` they count as from "api". Throws Forbidden, NotFound, UnsupportedType, TooLarge, Invalid.
 */
export async function importDocumentsRequest(
  viewer: Viewer,
  request: Request,
  { source = "api", service, dryRun }: Wish,
): Promise<DocumentImportResult> {
  authorize(viewer, "import:run");
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/zip" && type !== "application/json")
    throw new UnsupportedType("Send a ZIP archive as application/zip, or a JSON array as application/json.");
  const bytes = await readBytes(request, mostZipMebibytes);
  const files = type === "application/zip" ? readArchive(bytes) : readList(bytes);
  return importDocuments(viewer, { source, service, dryRun: dryRun ?? false, files });
}

const List = z.array(z.strictObject({ path: z.string(), text: z.string().refine(isStorable, "This is no text.") }));

function readList(bytes: Uint8Array): GivenFile[] {
  const parsed = List.safeParse(jsonOf(bytes));
  if (!parsed.success) throw new Invalid("Send an array of { “path”, “text” }.");
  return parsed.data.map(({ path, text }, index) => {
    const fault = faultOfPath(path);
    if (fault) throw new Invalid(fault, `${index}.path`);
    return { path, bytes: new TextEncoder().encode(text) };
  });
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
