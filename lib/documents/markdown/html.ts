import type { Nodes, Properties } from "hast";

const voids = new Set(["br", "col", "hr", "img", "input"]);
const names: Record<string, string> = { className: "class" };

/** The HTML of a tree that `renderDocument` made. Its attributes are known, so it is no writer for trees from elsewhere. */
export function htmlOf(node: Nodes): string {
  if (node.type === "text") return node.value.replace(/[&<>]/g, entity);
  if (node.type === "root") return node.children.map(htmlOf).join("");
  if (node.type !== "element") return "";
  const opening = `<${node.tagName}${attributes(node.properties)}>`;
  return voids.has(node.tagName) ? opening : `${opening}${node.children.map(htmlOf).join("")}</${node.tagName}>`;
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

// `dataStep` is written data-step and `ariaLabel` aria-label; all others are their names in small letters.
const attributeName = (name: string) =>
  names[name] ??
  name
    .replace(/^(data|aria)([A-Z].*)$/, (_, space: string, rest: string) =>
      space === "aria"
        ? `aria-${rest.toLowerCase()}`
        : `data${rest.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    )
    .replace(/^(?!data-|aria-).*/, (rest) => rest.toLowerCase());
