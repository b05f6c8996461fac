import type { GivenFile } from "#lib/documents/exchange/drafts";
import { writeZip } from "#lib/documents/exchange/zip";

/** A download of these files in one archive. */
export const zipAnswer = (files: readonly GivenFile[]) =>
  new Response(writeZip(files), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="watchbill-documents.zip"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
