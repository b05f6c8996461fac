import type { Element, Nodes, Properties } from "hast";

/** Where a tree is shown otherwise than it is: HTML `instead` of an element, and more `atEnd` of what is in it. */
export type Changes = {
  instead: (element: Element, inner: () => string) => string | undefined;
  atEnd: (element: Element) => string;
};

const voids = new Set(["br", "col", "hr", "img", "input"]);
const names: Record<string, string> = { className: "class" };

/** The HTML of a tree that `renderDocument` made. Its attributes are known, so it is no writer for trees from elsewhere. */
export function htmlOf(node: Nodes, changes?: Changes): string {
  if (node.type === "text") return node.value.replace(/[&<>]/g, entity);
  if (node.type !== "root" && node.type !== "element") return "";
  const inner = () => node.children.map((child) => htmlOf(child, changes)).join("");
  if (node.type === "root") return inner();
  const instead = changes?.instead(node, inner);
  if (instead !== undefined) return instead;
  const opening = `<${node.tagName}${attributes(node.properties)}>`;
  if (voids.has(node.tagName)) return opening;
  return `${opening}${inner()}${changes?.atEnd(node) ?? ""}</${node.tagName}>`;
}

const entity = (character: string) => `&#${character.charCodeAt(0)};`;

function attributes(properties: Properties): string {
  return Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => {
      const text = value === true ? "" : Array.isArray(value) ? value.join(" ") : String(value);
      return ` ${attributeName(name)}="${text.replace(/[&<>"]/g, entity)}"`;
    })
    .join("");
}

const attributeName = (name: string) => names[name] ?? spacedName(name) ?? name.toLowerCase();

/** The name of `dataStep`, which is data-step, and of `ariaLabel`, which is aria-label; undefined for all others. */
export function spacedName(name: string): string | undefined {
  const [, space, rest = ""] = /^(data|aria)([A-Z].*)$/.exec(name) ?? [];
  if (!space) return undefined;
  return space === "aria"
    ? `aria-${rest.toLowerCase()}`
    : `data${rest.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
