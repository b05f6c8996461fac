import type { GivenFile } from "#lib/documents/exchange/drafts";
import { readZip } from "#lib/documents/exchange/zip";
import { Invalid } from "#lib/errors";

/** The files of a ZIP archive. Throws Invalid naming `path` for one that is not read. */
export function readArchive(bytes: Uint8Array, path = ""): GivenFile[] {
  const files = filesOrFault(bytes);
  if (files instanceof RangeError) throw new Invalid(files.message, path);
  return files;
}

function filesOrFault(bytes: Uint8Array): GivenFile[] | RangeError {
  try {
    return readZip(bytes);
  } catch (error) {
    if (error instanceof RangeError) return error;
    throw error;
  }
}
