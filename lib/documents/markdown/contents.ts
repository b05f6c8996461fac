import { repeatsTitle } from "#lib/documents/markdown/title";
import type { Outline } from "#lib/documents/outline";

/** `level` 1 belongs to the document, 2 to the heading above it. */
export type ContentsEntry = { anchor: string; heading: string; level: 1 | 2 | 3 };

/** The headings of a document for a table of contents. */
export function entriesOf(outline: Outline, title = ""): ContentsEntry[] {
  const above: number[] = [];
  const headings = outline.sections.filter(({ depth }) => depth > 0);
  const isTitled = headings.filter(({ depth }) => depth === 1).length === 1 && headings[0]?.depth === 1;
  const entries = headings.map(({ anchor, depth, heading }, index) => {
    while (above.length > 0 && (above.at(-1) ?? 0) >= depth) above.pop();
    const level = Math.min(3, above.length + 1) as 1 | 2 | 3;
    if (!(isTitled && index === 0)) above.push(depth);
    return { anchor, heading, level };
  });
  const isRepeated = outline.sections[0] === headings[0] && repeatsTitle(headings[0]?.heading ?? "", title);
  return isRepeated ? entries.slice(1) : entries;
}
