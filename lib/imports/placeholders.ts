import "server-only";
import { parse } from "yaml";
import { decodeText } from "#lib/imports/documents";
import type { FileName, Shelf } from "#lib/imports/shelf";
import { lineAt, type SourceDocument } from "#lib/imports/source-document";

const kinds = ["$text", "$json", "$yaml"] as const;
type Kind = (typeof kinds)[number];
type Parsed = Extract<SourceDocument, { value: unknown }>;

/**
 * The document with what `$text`, `$json` and `$yaml` name put in their place, as far as the shelf lets them be
 * followed; a note says where not. The definition of an API is not read, so it is not fetched either.
 */
export async function fillPlaceholders(shelf: Shelf, file: FileName, document: Parsed): Promise<SourceDocument> {
  const notes = [...(document.notes ?? [])];
  const fill = async (value: unknown, path: PropertyKey[]): Promise<unknown> => {
    if (typeof value !== "object" || value === null || path.length > 4 || path.join(".") === "spec.definition")
      return value;
    const placeholder = placeholderOf(value);
    if (placeholder) {
      const found = await fetchPlaceholder(shelf, file, placeholder);
      if ("value" in found) return found.value;
      notes.push({ line: lineAt(document, path), note: `${placeholder.target}: ${found.why}` });
      return undefined;
    }
    if (Array.isArray(value)) return Promise.all(value.map((item, index) => fill(item, [...path, index])));
    const entries = Object.entries(value).map(
      async ([key, inner]) => [key, await fill(inner, [...path, key])] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  };
  const value = await fill(document.value, []);
  return { ...document, value, ...(notes.length > 0 && { notes }) };
}

function placeholderOf(value: object): { kind: Kind; target: string } | undefined {
  const [entry, ...others] = Object.entries(value);
  const kind = kinds.find((one) => one === entry?.[0]);
  return kind && others.length === 0 && typeof entry?.[1] === "string" ? { kind, target: entry[1] } : undefined;
}

async function fetchPlaceholder(
  shelf: Shelf,
  from: FileName,
  { kind, target }: { kind: Kind; target: string },
): Promise<{ value: unknown } | { why: string }> {
  const resolved = await shelf.resolve(from, target);
  if (!("files" in resolved)) return { why: "fault" in resolved ? resolved.fault : resolved.note };
  const [file] = resolved.files;
  const read = file ? await shelf.read(file) : { reason: "There is no such file." };
  const decoded = "bytes" in read ? decodeText(read.bytes) : read;
  if ("reason" in decoded) return { why: decoded.reason };
  if (kind === "$text") return { value: decoded.text };
  try {
    const parsed: unknown =
      kind === "$json" ? JSON.parse(decoded.text) : parse(decoded.text, { maxAliasCount: 100, logLevel: "silent" });
    return { value: parsed };
  } catch {
    return { why: `This is not valid ${kind === "$json" ? "JSON" : "YAML"}.` };
  }
}
