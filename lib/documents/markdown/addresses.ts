import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { destinationOf, uploadOf } from "#lib/documents/markdown/links";
import { neighbour } from "#lib/documents/markdown/shortcodes";
import type { DocumentKind } from "#lib/documents/views";

/** Gives every link and picture the address that it may have; a link that may lead nowhere is left as its words. */
export function settleAddresses(tree: Root, kind: DocumentKind): void {
  const ids = new Set<string>();
  const linked = new Set<Element>();
  visit(tree, "element", (node) => {
    if (typeof node.properties.id === "string") ids.add(node.properties.id);
    if (node.tagName === "a") visit(node, "element", (within) => void linked.add(within));
  });
  visit(tree, "element", (node) => {
    if (node.tagName === "a") settleLink(node, ids, kind);
    if (node.tagName === "img") settlePicture(node, linked.has(node));
  });
}

function settleLink(link: Element, ids: Set<string>, kind: DocumentKind): void {
  if (link.properties.href === undefined) return;
  const href = String(link.properties.href);
  const destination = destinationOf(
    /^[^/?#:]*(?:\/[^?#:]*)?\.md(?:#|$)/i.test(href) ? (neighbour(href, kind) ?? href) : href,
  );
  if (!destination) {
    delete link.properties.href;
    return;
  }
  link.properties.href = destination.address;
  if (destination.to === "outside") link.properties.rel = ["nofollow", "noreferrer"];
  // An author's own id was put behind a prefix, and a link to it follows.
  const prefixed = `user-content-${destination.address.slice(1)}`;
  if (destination.address.startsWith("#") && !ids.has(destination.address.slice(1)) && ids.has(prefixed))
    link.properties.href = `#${prefixed}`;
}

// The content policy shows pictures of this server only, and one of another server would tell it who reads.
function settlePicture(picture: Element, isLinked: boolean): void {
  const { src = "", alt = "", title, width, height } = picture.properties;
  const upload = uploadOf(String(src));
  if (upload) {
    picture.properties = { src: upload, alt, title, width, height, loading: "lazy", decoding: "async" };
    return;
  }
  const destination = destinationOf(String(src));
  const words = [String(alt), destination?.to === "outside" ? new URL(destination.address).host : ""].filter(Boolean);
  const isLink = !isLinked && destination?.to === "outside";
  picture.tagName = isLink ? "a" : "span";
  picture.properties = isLink
    ? { href: destination.address, rel: ["nofollow", "noreferrer"], dataPicture: "" }
    : { dataPicture: "" };
  picture.children = [{ type: "text", value: `Picture: ${words.join(", ") || "without a description"}` }];
}
