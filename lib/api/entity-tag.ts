/** Whether the reader has what `etag` names, as RFC 9110 lets it say so. */
export function isKnown({ headers }: Request, etag: string): boolean {
  const tags = headers.get("if-none-match")?.split(",") ?? [];
  return tags.map((tag) => tag.trim()).some((tag) => tag === "*" || weak(tag) === weak(etag));
}

const weak = (tag: string) => (tag.startsWith("W/") ? tag : `W/${tag}`);
