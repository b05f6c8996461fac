import type { Nodes, Root } from "hast";
import { visit } from "unist-util-visit";
import { depthOf } from "#lib/documents/markdown/headings";
import { destinationOf, serviceOf } from "#lib/documents/markdown/links";
import type { Passage } from "#lib/documents/markdown/steps";
import { plainLines, plainWords } from "#lib/documents/markdown/words";
import type { Outline, Section } from "#lib/documents/outline";

/** What the document is made of and points at, read from the same tree that is shown. */
export function outlineFrom(tree: Root, passages: Passage[]): Outline {
  const links = new Set<string>();
  const mentions = new Map<string, boolean>();
  const collect = (nodes: Nodes[], isAssumed: boolean) => {
    for (const address of nodes.flatMap(addressesIn)) {
      const destination = destinationOf(address);
      if (destination?.to === "outside") links.add(destination.address);
      const service = destination?.to === "portal" ? serviceOf(destination.address) : undefined;
      if (service) mentions.set(service, isAssumed || (mentions.get(service) ?? false));
    }
  };
  for (const { heading, content, isAssumed } of passages) collect(heading ? [heading, ...content] : content, isAssumed);
  // Footnotes belong to no section, but what they link to counts.
  collect([tree], false);
  return {
    sections: passages.map(sectionOf).filter(({ depth, text }) => depth > 0 || text !== ""),
    links: [...links],
    mentions: [...mentions].map(([service, isAssumed]) => ({ service, isAssumed })),
  };
}

function sectionOf({ heading, content, steps }: Passage): Section {
  return {
    anchor: heading ? String(heading.properties.id) : "",
    depth: heading ? depthOf(heading) : 0,
    heading: heading ? plainWords(heading) : "",
    text: content.map(plainLines).filter(Boolean).join("\n"),
    steps,
  };
}

function addressesIn(node: Nodes): string[] {
  const found: string[] = [];
  visit(node, "element", ({ tagName, properties }) => {
    if (tagName === "a" && typeof properties.href === "string") found.push(properties.href);
  });
  return found;
}
