import { unzipSync, zipSync } from "fflate";
import type { GivenFile } from "#lib/documents/exchange/drafts";
import { faultOfPath } from "#lib/documents/exchange/paths";

export const mostZipMebibytes = 32;
const mostUnpackedBytes = 128 * 1024 * 1024;
const mostFiles = 20_000;

/**
 * The files of a ZIP archive, without its folders. Throws RangeError for one that is none, that unpacks to more than
 * 128 MiB or 20,000 files, or in which a path leads out of it: nothing of such a one is read.
 */
export function readZip(bytes: Uint8Array): GivenFile[] {
  let unpacked = 0;
  let count = 0;
  const wants = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (name.endsWith("/")) return false;
    const fault = faultOfPath(name);
    if (fault) throw new RangeError(`${name.slice(0, 100)}: ${fault}`);
    unpacked += originalSize;
    count += 1;
    if (unpacked > mostUnpackedBytes || count > mostFiles)
      throw new RangeError("This archive unpacks to more than 128 MiB or 20,000 files.");
    return !/(?:^|\/)(?:\.|__MACOSX\/|node_modules\/)/.test(name);
  };
  return Object.entries(unzip(bytes, wants)).map(([path, content]) => ({ path, bytes: content }));
}

function unzip(bytes: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) {
  try {
    // Each file is unpacked into as many bytes as it says that it has: one that has more fails.
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof RangeError && /^(?:This archive|.*: (?:A|An) )/.test(error.message)) throw error;
    throw new RangeError("This is no ZIP archive that can be read.", { cause: error });
  }
}

/** A ZIP archive of these files, the same for the same files. */
export function writeZip(files: readonly GivenFile[]): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]));
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1) }) as Uint8Array<ArrayBuffer>;
}
