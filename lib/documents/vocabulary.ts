/** The words of some texts, each once, in lower case and in order: what a mistyped word of a search is compared with. */
export function vocabularyOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]{3,60}/gu) ?? []);
  return [...new Set(words)].sort();
}
