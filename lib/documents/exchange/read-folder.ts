import type { DocumentDraft, Folder, GivenFile, SignatureDraft, UploadDraft } from "#lib/documents/exchange/drafts";
import { type Manifest, readManifest } from "#lib/documents/exchange/manifest";
import { faultOfPath, isMarkdown, isSignaturePath, manifestPath, uploadAt } from "#lib/documents/exchange/paths";
import { readDocument } from "#lib/documents/exchange/read-document";
import { largestBodyBytes } from "#lib/documents/inputs";

/** What is left of 512 KiB of text for the front matter before it. */
const frontMatterBytes = 64 * 1024;

/**
 * The documents of a folder of Markdown files, with those of our own export's other files where `watchbill.yaml` names
 * them. Each file stands by itself: a bad one is rejected with its reason.
 */
export function readFolder(files: readonly GivenFile[]): Folder {
  const folder: Folder = { drafts: [], signatures: [], uploads: [], rejected: [], passedOver: [] };
  const manifest = orRejected(folder, manifestPath, () => manifestOf(files));
  for (const file of files.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    if (file.path === manifestPath) continue;
    orRejected(folder, file.path, () => readInto(folder, file, manifest));
  }
  folder.drafts = withOwnSlugs(folder.drafts);
  return folder;
}

function manifestOf(files: readonly GivenFile[]): Manifest | undefined {
  const file = files.find(({ path }) => path === manifestPath);
  return file && readManifest(decode(file.bytes, Number.POSITIVE_INFINITY));
}

function readInto(folder: Folder, { path, bytes }: GivenFile, manifest: Manifest | undefined): void {
  const fault = faultOfPath(path);
  if (fault) throw new RangeError(fault);
  const other = manifest && ownFile(path, bytes, manifest);
  if (other && "content" in other) folder.uploads.push(other);
  else if (other) folder.signatures.push(other);
  else if (!isMarkdown(path)) folder.passedOver.push({ path, reason: "This is no Markdown file." });
  else {
    const draft = readDocument(path, decode(bytes, largestBodyBytes + frontMatterBytes), manifest?.documents[path]);
    if (draft) folder.drafts.push(draft);
    else folder.passedOver.push({ path, reason: "This is an index page, and no runbook." });
  }
}

function ownFile(path: string, bytes: Uint8Array, manifest: Manifest): SignatureDraft | UploadDraft | undefined {
  if (isSignaturePath(path) && manifest.signatures[path])
    return { path, text: decode(bytes, largestBodyBytes), origin: manifest.signatures[path].source ?? null };
  const upload = uploadAt(path);
  const service = manifest.uploads[path]?.service;
  return upload && service ? { path, ...upload, service, content: bytes } : undefined;
}

/** UTF-8 without a mark of its byte order. Throws RangeError for anything else. */
function decode(bytes: Uint8Array, mostBytes: number): string {
  if (bytes.byteLength > mostBytes)
    throw new RangeError(`This has ${Math.ceil(bytes.byteLength / 1024)} KiB; a document holds at most 512 KiB.`);
  if (bytes.includes(0)) throw new RangeError("This is not a text file in UTF-8 (it holds NUL bytes).");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new RangeError("This is not a text file in UTF-8.", { cause: error });
  }
}

function orRejected<Result>(folder: Folder, path: string, read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    folder.rejected.push({ path, reason: error.message });
    return undefined;
  }
}

/** Of files with the same name in several folders, all but the first are addressed with their folder before the name. */
function withOwnSlugs(drafts: DocumentDraft[]): DocumentDraft[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const key = (slug: string) => `${draft.service ?? ""}/${draft.kind}/${slug}`;
    const folders = draft.path.split("/").slice(0, -1);
    let { slug } = draft;
    while (taken.has(key(slug)) && folders.length > 0) slug = `${slugOfFolder(folders.pop())}${slug}`;
    taken.add(key(slug));
    return { ...draft, slug };
  });
}

const slugOfFolder = (folder = "") => {
  const slug = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug && `${slug}-`;
};
