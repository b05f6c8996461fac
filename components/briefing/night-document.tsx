import type { Element, RootContent } from "hast";
import type { ReactNode } from "react";
import { asIs, markupOf } from "#components/ui/markup";
import { codeOf } from "#lib/documents/markdown/code";
import { type Changes, htmlOf } from "#lib/documents/markdown/html";

type NightDocumentProps = {
  nodes: readonly RootContent[];
  /** Where the drawings are shown; here they are named only. */
  address: string;
  /** What stands inside a step, after its words; by its anchor. */
  afterStep?: (anchor: string) => ReactNode;
};

/** Parts of a document as they are read at night: without a script, without pictures that load, no larger than needed. */
export function NightDocument({ nodes, address, afterStep }: NightDocumentProps) {
  const changes: Changes = {
    instead: (element, inner) => {
      const { tagName, properties } = element;
      if (tagName === "a") return markupOf(<a href={properties.href?.toString()} {...asIs(inner())} />);
      if (tagName === "input") return `<span>${properties.checked ? "☑" : "☐"} </span>`;
      if (tagName === "span") return inner();
      return tagName === "pre" ? markupOf(<Code pre={element} address={address} />) : undefined;
    },
    atEnd: ({ properties: { dataStep } }) => (dataStep ? markupOf(afterStep?.(String(dataStep))) : ""),
  };
  return <div className="document" {...asIs(nodes.map((node) => htmlOf(node, changes)).join(""))} />;
}

function Code({ pre, address }: { pre: Element; address: string }) {
  const { language, text } = codeOf(pre);
  if (language !== "mermaid") return <pre>{text}</pre>;
  return (
    <p>
      <a href={address}>A diagram</a> stands here in the document.
    </p>
  );
}
