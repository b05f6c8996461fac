import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { glob } from "tinyglobby";
import type { GivenFile } from "#lib/documents/exchange/drafts";
import { readManifest } from "#lib/documents/exchange/manifest";
import { faultOfPath, manifestPath } from "#lib/documents/exchange/paths";

/** A folder that is not there, or one that holds what an export may not replace. */
export class NotAnExport extends Error {}

const ignore = ["**/node_modules/**", "**/.*/**"];

/** The files of a folder by their paths inside it; links that lead elsewhere are not followed. */
export async function readFolderFiles(folder: string): Promise<GivenFile[]> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new NotAnExport(`There is no folder ${folder}.`);
  const names = (await glob("**/*", { cwd: folder, ignore, followSymbolicLinks: false })).sort();
  const files: GivenFile[] = [];
  for (const name of names) files.push({ path: name, bytes: new Uint8Array(await readFile(path.join(folder, name))) });
  return files;
}

/** Writes an export into a new or empty folder, or in the place of an earlier one, of which nothing stays behind. */
export async function writeExport(folder: string, files: readonly GivenFile[]): Promise<void> {
  const stale = await earlierFiles(folder);
  const present = new Set(files.map((file) => file.path));
  for (const name of stale) if (!present.has(name)) await rm(path.join(folder, name), { force: true });
  for (const file of files) {
    if (faultOfPath(file.path)) throw new NotAnExport(`${file.path} is no path inside a folder.`);
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.bytes);
  }
}

async function earlierFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return [];
  const text = await readFile(path.join(folder, manifestPath), "utf8").catch(() => "");
  const manifest = manifestIn(text);
  if (!manifest) throw new NotAnExport(`${folder} is not empty and holds no earlier export. Name another folder.`);
  const { documents, signatures, uploads } = manifest;
  return [...Object.keys(documents), ...Object.keys(signatures), ...Object.keys(uploads)].filter(
    (name) => !faultOfPath(name),
  );
}

function manifestIn(text: string) {
  try {
    return readManifest(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
