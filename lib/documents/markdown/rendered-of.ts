import { LRUCache } from "lru-cache";
import { type Rendered, renderDocument } from "#lib/documents/markdown/render";
import type { DocumentKind } from "#lib/documents/views";

// A revision never changes, so what was laid out once stays right. Counted in characters of Markdown.
const kept = new LRUCache<string, Rendered>({
  maxSize: 2_000_000,
  maxEntrySize: 200_000,
  sizeCalculation: (_, key) => Number(key.slice(key.lastIndexOf(":") + 1)) + 500,
});

/** `renderDocument` for one revision of a document, remembered. The tree is shared: read it, do not change it. */
export function renderedOf(documentId: string, revision: number, body: string, kind: DocumentKind): Rendered {
  const key = `${documentId}:${revision}:${body.length}`;
  const known = kept.get(key);
  if (known) return known;
  const rendered = renderDocument(body, kind);
  kept.set(key, rendered);
  return rendered;
}
