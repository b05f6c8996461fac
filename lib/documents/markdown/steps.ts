import type { Element, Root, RootContent } from "hast";
import { depthOf, isHeading } from "#lib/documents/markdown/headings";
import { isAboutAssumptions } from "#lib/documents/markdown/roles";
import { plainWords } from "#lib/documents/markdown/words";
import type { Step } from "#lib/documents/outline";
import type { DocumentKind } from "#lib/documents/views";

/** What stands under one heading of the document's own, or before the first: its elements and the steps among them. */
export type Passage = {
  heading: Element | undefined;
  content: RootContent[];
  steps: Step[];
  /** It says what a note takes for granted, by its own heading or by one above it. */
  isAssumed: boolean;
};

/** The document cut at its headings, with an anchor on each step. `anchors` are those of the headings, which stay theirs. */
export function passagesOf(tree: Root, kind: DocumentKind, anchors: Set<string>): Passage[] {
  const passages: Passage[] = [{ heading: undefined, content: [], steps: [], isAssumed: false }];
  let assumedBelow = Number.POSITIVE_INFINITY;
  for (const node of tree.children) {
    if (isHeading(node)) {
      const depth = depthOf(node);
      if (depth <= assumedBelow) assumedBelow = isAboutAssumptions(plainWords(node)) ? depth : Number.POSITIVE_INFINITY;
      const isAssumed = kind === "note" && depth >= assumedBelow;
      passages.push({ heading: node, content: [], steps: [], isAssumed });
    } else if (!isFootnotes(node)) passages.at(-1)?.content.push(node);
  }
  for (const passage of passages) passage.steps = nameSteps(passage, kind, anchors);
  return passages;
}

const isFootnotes = (node: RootContent) => node.type === "element" && node.properties.dataFootnotes !== undefined;

function nameSteps({ heading, content, isAssumed }: Passage, kind: DocumentKind, anchors: Set<string>): Step[] {
  const lists = kind === "runbook" ? ["ol"] : isAssumed ? ["ol", "ul"] : [];
  const items = content
    .flatMap((node) => (node.type === "element" && lists.includes(node.tagName) ? node.children : []))
    .filter((node): node is Element => node.type === "element" && node.tagName === "li");
  return items.map((item, index) => {
    const anchor = freeAnchor(String(heading?.properties.id ?? "step"), index + 1, anchors);
    anchors.add(anchor);
    const text = plainWords(item);
    item.properties = { ...item.properties, id: anchor, dataStep: anchor };
    return { anchor, text };
  });
}

// A second heading "Mitigation" is `mitigation-1` already, as on GitHub.
function freeAnchor(section: string, number: number, anchors: Set<string>): string {
  const stems = [section, `${section}-step`];
  const stem = stems.find((name) => !anchors.has(`${name}-${number}`));
  return stem ? `${stem}-${number}` : freeAnchor(`${section}-step`, number, anchors);
}
