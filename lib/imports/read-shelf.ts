import "server-only";
import { decodeText, parseDocuments } from "#lib/imports/documents";
import { locationTargets } from "#lib/imports/location-targets";
import { fillPlaceholders } from "#lib/imports/placeholders";
import type { FileName, Shelf } from "#lib/imports/shelf";
import { lineAt, type SourceDocument } from "#lib/imports/source-document";

export type Shelved = { documents: SourceDocument[]; files: number; passedOver: number };

/**
 * Every document of a shelf: of the files it begins with, and of what their Locations name, each file once. What
 * cannot be read or followed is among the documents as a rejected one.
 */
export async function readShelf(
  shelf: Shelf,
  source: string,
  progress: (files: number) => void = () => undefined,
): Promise<Shelved> {
  const { files, isScan } = await shelf.begin();
  const queue = files.map((file) => ({ file, isScan }));
  const seen = new Set<FileName>();
  const shelved: Shelved = { documents: [], files: 0, passedOver: 0 };
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (seen.has(next.file)) continue;
    seen.add(next.file);
    const documents = await readDocuments(shelf, next);
    if (!documents) {
      shelved.passedOver += 1;
      continue;
    }
    for (const document of documents) {
      const followed = await follow(shelf, next.file, document);
      shelved.documents.push(...followed.documents.map((one) => ({ ...one, source })));
      queue.push(...followed.files.map((file) => ({ file, isScan: false })));
    }
    shelved.files += 1;
    progress(shelved.files);
  }
  return shelved;
}

/** The documents of a file; undefined for one that a scan found and that holds no descriptor. */
async function readDocuments(
  shelf: Shelf,
  { file, isScan }: { file: FileName; isScan: boolean },
): Promise<SourceDocument[] | undefined> {
  const location = shelf.show(file);
  const unreadable = (fault: { reason: string; hidesOthers?: boolean }) => [
    { location, document: 1, line: 1, ...fault },
  ];
  const read = await shelf.read(file);
  if ("reason" in read) return unreadable(read);
  if (isScan && !holdsDescriptor(read.bytes)) return undefined;
  const decoded = decodeText(read.bytes);
  return "reason" in decoded ? unreadable(decoded) : parseDocuments(decoded.text, location);
}

// Read as Latin-1 and without NULs, so that a descriptor in another encoding is noticed, and rejected for it.
function holdsDescriptor(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString("latin1").replaceAll("\0", "");
  const isOurs =
    /^[\s\xff\xfe\xef\xbb\xbf]*["']?apiVersion["']?\s*:\s*["']?[\w.-]*(backstage\.io|watchbill\.dev)\//m.test(text);
  return isOurs || holdsRuleGroups(text);
}

/** A PrometheusRule manifest, or a plain file of groups with alerts. */
const holdsRuleGroups = (text: string) =>
  /^kind:\s*["']?PrometheusRule\b/m.test(text) || (/^groups:/m.test(text) && /^\s+-?\s*alert:/m.test(text));

type Followed = { documents: SourceDocument[]; files: FileName[] };

async function follow(shelf: Shelf, file: FileName, document: SourceDocument): Promise<Followed> {
  if ("reason" in document) return { documents: [document], files: [] };
  const targets = locationTargets(document.value);
  if (!targets) return { documents: [await fillPlaceholders(shelf, file, document)], files: [] };
  const notes = [...(document.notes ?? [])];
  const followed: Followed = { documents: [], files: [] };
  for (const { target, path, isOptional } of targets) {
    const line = lineAt(document, path);
    const resolved = await shelf.resolve(file, target);
    if ("files" in resolved) followed.files.push(...resolved.files);
    else if ("fault" in resolved && !isOptional) {
      const { location, document: number } = document;
      followed.documents.push({ location, document: number, line, reason: `${target}: ${resolved.fault}` });
    } else notes.push({ line, note: `${target}: ${"note" in resolved ? resolved.note : resolved.fault}` });
  }
  followed.documents.unshift({ ...document, notes });
  return followed;
}
