import type { Properties } from "hast";
import { createElement, type ReactNode } from "react";
import { Admonition } from "#components/documents/markdown/admonition";
import { CodeBlock } from "#components/documents/markdown/code-block";
import { Diagram } from "#components/documents/markdown/diagram";
import { Heading, type HeadingLevel } from "#components/documents/markdown/heading";
import { TaskMark } from "#components/documents/markdown/task-mark";
import { Link } from "#components/ui/link";
import type { AdmonitionKind } from "#lib/documents/markdown/admonitions";
import { codeOf } from "#lib/documents/markdown/code";
import { diagramLibrary } from "#lib/documents/markdown/diagram-library";
import { diagramName } from "#lib/documents/markdown/diagrams";
import { spacedName } from "#lib/documents/markdown/html";
import { type ElementPiece, isMore, type Piece } from "#lib/documents/markdown/pieces";
import { plainWords } from "#lib/documents/markdown/words";

/** Gives what follows in the step with that anchor. */
export type AfterStep = (anchor: string) => ReactNode;

/** A part of a document as it is shown. What is only for reading is passed on as HTML, which costs a tenth of elements. */
export function shown(piece: Piece, afterStep: AfterStep): ReactNode {
  if (typeof piece === "string") return piece;
  const { element } = piece;
  const { tagName, properties } = element;
  const content = contentOf(piece, afterStep);
  if (!isMore(element))
    return createElement(tagName, { ...propsOf(properties), ...content.props }, ...content.children);
  switch (tagName) {
    case "a":
      return createElement(Link, { ...propsOf(properties), href: String(properties.href) }, ...content.children);
    case "input":
      return <TaskMark isDone={properties.checked === true} />;
    case "li":
      return createElement("li", propsOf(properties), ...content.children, afterStep(String(properties.dataStep)));
    case "pre":
      return code(piece, content);
    case "div":
      return createElement(Admonition, { kind: properties.dataAdmonition as AdmonitionKind }, ...content.children);
    default:
      return createElement(
        Heading,
        { level: tagName as HeadingLevel, id: String(properties.id), words: plainWords(element), ...content.props },
        ...content.children,
      );
  }
}

type Content = { props: { dangerouslySetInnerHTML?: { __html: string } }; children: ReactNode[] };

function contentOf(piece: ElementPiece, afterStep: AfterStep): Content {
  if ("pieces" in piece) return { props: {}, children: piece.pieces.map((inner) => shown(inner, afterStep)) };
  return { props: piece.html ? { dangerouslySetInnerHTML: { __html: piece.html } } : {}, children: [] };
}

function code({ element }: ElementPiece, { props, children }: Content): ReactNode {
  const { language, text } = codeOf(element);
  const isDiagram = language === "mermaid";
  const block = createElement(CodeBlock, { ...props, ...(language && !isDiagram ? { language } : {}) }, ...children);
  if (!isDiagram) return block;
  return (
    <Diagram source={text} name={diagramName(text)} library={diagramLibrary}>
      {block}
    </Diagram>
  );
}

// React calls most attributes as the tree does, but for those that are written with a hyphen.
const propsOf = (properties: Properties): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      spacedName(name) ?? name,
      Array.isArray(value) ? value.join(" ") : value,
    ]),
  );
