import type { DocumentKind } from "#lib/documents/views";

/** Why a path inside an archive or a list is not read, or undefined: it has to stay where it is unpacked. */
export function faultOfPath(path: string): string | undefined {
  if (path === "" || path.length > 1_000) return "A path has 1 to 1,000 characters.";
  if (/^[/\\]|^[a-z]:/i.test(path)) return "An absolute path is not read.";
  if (path.split(/[/\\]/).includes("..")) return "A path with “..” is not read.";
  return /[\\\p{Cc}]/u.test(path) ? "A path has no backslash and no control characters." : undefined;
}

/** The file that says of an export what its texts do not. */
export const manifestPath = "watchbill.yaml";

/** Where the export keeps a document. */
export const exportPath = (service: string, kind: DocumentKind, slug: string) =>
  `services/${service}/${kind}s/${slug}.md`;
export const signaturePath = (service: string, slug: string) => `services/${service}/signatures/${slug}.yaml`;
export const uploadPath = (id: string, name: string) => `uploads/${id}/${name}`;

/** What the place of a file in the layout of an export says; undefined for a file elsewhere. */
export function placeInExport(path: string): { service: string; kind: DocumentKind; slug: string } | undefined {
  const [, service, room, slug] = /^services\/([^/]+)\/(runbooks|notes)\/([^/]+)\.md$/.exec(path) ?? [];
  if (!service || !slug) return undefined;
  return { service, kind: room === "notes" ? "note" : "runbook", slug };
}

/** The service and the kind of an export's signature file. */
export const isSignaturePath = (path: string) => /^services\/[^/]+\/signatures\/[^/]+\.ya?ml$/.test(path);

/** Which upload a path in an export is. */
export function uploadAt(path: string): { id: string; name: string } | undefined {
  const [, id, name] = /^uploads\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([^/]+)$/.exec(path) ?? [];
  return id && name ? { id, name } : undefined;
}

/** The name of a file without its folders and its ending; of an index, that of its folder. */
export function stemOf(path: string): string {
  const parts = path.split("/");
  const stem = (parts.at(-1) ?? "").replace(/\.(?:md|markdown)$/i, "");
  return isIndex(path) ? (parts.at(-2) ?? stem) : stem;
}

export const isMarkdown = (path: string) => /\.(?:md|markdown)$/i.test(path);
export const isIndex = (path: string) => /(?:^|\/)(?:_?index|readme)\.(?:md|markdown)$/i.test(path);
