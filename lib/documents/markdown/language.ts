import type { Element } from "hast";

/** The language that a block of code says it is in, in lower case. */
export function languageOf(code: Element): string | undefined {
  const names = Array.isArray(code.properties.className) ? code.properties.className.map(String) : [];
  return names
    .find((name) => name.startsWith("language-"))
    ?.slice("language-".length)
    .toLowerCase();
}
