import type { Element, Root, RootContent } from "hast";
import { isHeading } from "#lib/documents/markdown/headings";
import { htmlOf } from "#lib/documents/markdown/html";

/** A part of a document: words, or an element with what is in it, as HTML wherever that is only for reading. */
export type Piece = string | ElementPiece;
export type ElementPiece = { element: Element; html: string } | { element: Element; pieces: readonly Piece[] };

/**
 * The parts of a tree that `renderDocument` made. Their HTML is of elements that were cleaned and of some that we added:
 * it may be shown as it is.
 */
export const piecesOf = (tree: Root): Piece[] => tree.children.flatMap((node) => pieceOf(node) ?? []);

// The tree of a revision is shown again and again: what was read out of it goes when it goes.
const known = new WeakMap<Element, ElementPiece>();

function pieceOf(node: RootContent): Piece | undefined {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return undefined;
  const piece = known.get(node) ?? newPiece(node);
  known.set(node, piece);
  return piece;
}

const onlyRows = /^(?:table|thead|tbody|tfoot|tr)$/;

function newPiece(element: Element): ElementPiece {
  const pieces = element.children
    .flatMap((child) => pieceOf(child) ?? [])
    // Between the cells of a table React takes no words, not even a space.
    .filter((piece) => piece !== "\n" || !onlyRows.test(element.tagName));
  const isForReading = pieces.every(
    (piece) => typeof piece === "string" || ("html" in piece && !isMore(piece.element)),
  );
  const isWhole = !isMore(element) || element.tagName === "pre" || isHeading(element);
  return isForReading && isWhole
    ? { element, html: element.children.map((child) => htmlOf(child)).join("") }
    : { element, pieces };
}

/** Whether there is more to an element than reading it: code is copied, a step is marked, a link leads on in the portal. */
export function isMore(element: Element): boolean {
  const { tagName, properties } = element;
  if (tagName === "pre" || tagName === "input") return true;
  if (tagName === "a") return String(properties.href ?? "").startsWith("/");
  if (isHeading(element)) return Boolean(properties.id);
  return Boolean(properties.dataAdmonition ?? properties.dataStep);
}
