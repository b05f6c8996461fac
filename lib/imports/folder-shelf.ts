import "server-only";
import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { glob } from "tinyglobby";
import { mostBytes } from "#lib/imports/documents";
import type { Shelf } from "#lib/imports/shelf";

const everywhereElse = ["**/node_modules/**", "**/.git/**"];

/**
 * The files of a folder, or one file with what lies beside and beneath it. Nothing outside of that is ever read,
 * wherever a link or a path with `..` leads. Messages name files from `cwd`. Throws when there is no such thing.
 */
export async function folderShelf(root: string, cwd: string): Promise<Shelf> {
  const start = await realpath(path.resolve(cwd, root));
  const isFolder = (await stat(start)).isDirectory();
  const folder = isFolder ? start : path.dirname(start);
  // Shown as the caller wrote it, even where that leads through a link.
  const shownFolder = isFolder ? root : path.dirname(root);
  return {
    begin: async () => ({ files: isFolder ? await listYaml(folder) : [start], isScan: isFolder }),
    resolve: (from, target) => resolveInside(folder, path.dirname(from), target),
    read: readWhole,
    show: (file) => path.join(shownFolder, path.relative(folder, file)).replaceAll(path.sep, "/"),
  };
}

async function listYaml(folder: string): Promise<string[]> {
  const options = { cwd: folder, dot: true, absolute: true, ignore: everywhereElse, followSymbolicLinks: false };
  const inside = await Promise.all(
    (await glob("**/*.{yaml,yml}", options)).sort().map((file) => realInside(folder, file)),
  );
  return inside.filter((file) => file !== undefined);
}

async function resolveInside(folder: string, from: string, target: string) {
  if (/^file:/i.test(target)) return { fault: "file: addresses are never followed." };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(target))
    return { note: "Addresses are followed only when the import begins with one." };
  if (path.isAbsolute(target) || leadsOut(folder, path.resolve(from, target)))
    return { fault: "This leads out of the folder that is imported." };
  const options = { cwd: from, dot: true, absolute: true, ignore: everywhereElse, followSymbolicLinks: false };
  const isPattern = /[*?[\]{}]/.test(target);
  const found = isPattern ? (await glob(target, options)).sort() : [path.resolve(from, target)];
  if (found.length === 0) return { note: "No file matches this pattern." };
  const files = await Promise.all(found.map((file) => realInside(folder, file)));
  if (!isPattern && files[0] === undefined) return { fault: "There is no such file in the folder that is imported." };
  return { files: files.filter((file) => file !== undefined) };
}

/** The real path of a file inside the folder, or undefined where there is none. */
async function realInside(folder: string, file: string): Promise<string | undefined> {
  const real = await realpath(file).catch(() => undefined);
  return real && !leadsOut(folder, real) && (await stat(real)).isFile() ? real : undefined;
}

function leadsOut(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative.split(path.sep)[0] === ".." || path.isAbsolute(relative);
}

async function readWhole(file: string) {
  try {
    const { size } = await stat(file);
    if (size > mostBytes)
      return { reason: `This file has ${Math.ceil(size / 1024 / 1024)} MiB; at most 32 MiB are read.` };
    return { bytes: new Uint8Array(await readFile(file)) };
  } catch {
    return { reason: "This file cannot be read." };
  }
}
