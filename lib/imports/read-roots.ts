import "server-only";
import { folderShelf } from "#lib/imports/folder-shelf";
import { readShelf } from "#lib/imports/read-shelf";
import type { SourceDocument } from "#lib/imports/source-document";
import { webShelf } from "#lib/imports/web-shelf";

/** A file, folder or address that was asked for and cannot be read at all. */
export class NoSuchRoot extends Error {}

export type ReadRoots = {
  /** Names the run: its root, or the name that was given. */
  source: string;
  documents: SourceDocument[];
  files: number;
  passedOver: number;
};

type Options = { cwd: string; source?: string; progress?: (files: number) => void };

/**
 * The documents of files, folders and addresses. Each root is a source of its own, named as it was written, so that
 * pruning one never touches another; `source` gives all of them one name instead. Throws NoSuchRoot.
 */
export async function readRoots(roots: readonly string[], { cwd, source, progress }: Options): Promise<ReadRoots> {
  const all: ReadRoots = { source: source ?? labelOf(roots), documents: [], files: 0, passedOver: 0 };
  for (const root of roots) {
    const before = all.files;
    const shelf = /^https?:\/\//i.test(root) ? webShelf(root) : await openFolder(root, cwd);
    const read = await readShelf(shelf, source ?? nameOf(root), (files) => progress?.(before + files));
    all.documents.push(...read.documents);
    all.files += read.files;
    all.passedOver += read.passedOver;
  }
  return all;
}

function labelOf([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? nameOf(first) : `${nameOf(first)} and ${others.length} more`;
}

async function openFolder(root: string, cwd: string) {
  try {
    return await folderShelf(root, cwd);
  } catch (error) {
    throw new NoSuchRoot(`There is no file or folder “${root}” that can be read.`, { cause: error });
  }
}

/** The same folder has the same name, with or without a slash at its end. */
const nameOf = (root: string) => root.replace(/(?<=.)\/+$/, "").replace(/^\.\//, "");
