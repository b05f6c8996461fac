import { jsonDocuments } from "#lib/imports/json-documents";
import type { SourceDocument } from "#lib/imports/source-document";
import { yamlDocuments } from "#lib/imports/yaml-documents";

/** The most that one file or one request may hold. */
export const mostBytes = 32 * 1024 * 1024;

/** The text of a file, or the reason why it is none: UTF-8 without NUL characters. */
export function decodeText(bytes: Uint8Array): { text: string } | { reason: string } {
  if (bytes.byteLength > mostBytes) {
    return { reason: `This file has ${Math.round(bytes.byteLength / 1024 / 1024)} MiB; at most 32 MiB are read.` };
  }
  if (bytes.includes(0)) return { reason: "This is not a text file in UTF-8 (it holds NUL bytes)." };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { reason: "This is not a text file in UTF-8." };
  }
}

/**
 * Every document of a YAML or JSON text, in order; a broken one carries its reason instead of a value.
 * A pause is made now and then, so that a long text does not hold up whatever else the process does.
 */
export async function parseDocuments(text: string, location: string): Promise<SourceDocument[]> {
  // A line of hyphens parts YAML documents; in JSON there cannot be one.
  const isJson = /^\s*[[{]/.test(text) && !/^---/m.test(text);
  const documents: SourceDocument[] = [];
  for (const document of isJson ? jsonOrYaml(text, location) : yamlDocuments(text, location)) {
    documents.push(document);
    if (documents.length % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return documents;
}

// Text that begins with a bracket may still be YAML in flow style, which is wider than JSON.
function* jsonOrYaml(text: string, location: string): Generator<SourceDocument> {
  const [first, ...rest] = jsonDocuments(text, location);
  if (first && "reason" in first) {
    const documents = [...yamlDocuments(text, location)];
    if (documents.every((document) => "value" in document)) {
      yield* documents;
      return;
    }
  }
  if (first) yield first;
  yield* rest;
}
