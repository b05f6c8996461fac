import type { Root } from "hast";
import { isHeading } from "#lib/documents/markdown/headings";
import { plainWords } from "#lib/documents/markdown/words";

const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Whether `heading` says no more than `title`, but for case, spaces and punctuation: "KubeNodeNotReady", "Kube Node Not Ready". */
export const repeatsTitle = (heading: string, title: string): boolean => letters(heading) === letters(title);

/** The document without a first heading that only repeats its title. */
export function withoutTitle(tree: Root, title: string): Root {
  const first = tree.children.findIndex((node) => node.type !== "text" || node.value.trim() !== "");
  const heading = tree.children[first];
  if (!heading || !isHeading(heading) || !repeatsTitle(plainWords(heading), title)) return tree;
  return { ...tree, children: tree.children.toSpliced(first, 1) };
}
