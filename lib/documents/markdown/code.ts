import type { Element } from "hast";
import { toString as wordsOf } from "hast-util-to-string";
import { languageOf } from "#lib/documents/markdown/language";

/** What stands in a block of code, and the language that it says it is in. */
export function codeOf(pre: Element | undefined): { language: string | undefined; text: string } {
  const code = pre?.children.find((child) => child.type === "element" && child.tagName === "code");
  return code?.type === "element"
    ? { language: languageOf(code), text: wordsOf(code) }
    : { language: undefined, text: pre ? wordsOf(pre) : "" };
}
