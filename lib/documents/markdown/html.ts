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

const attributeName = (name: string) => names[name] ?? spacedName(name) ?? name.toLowerCase();

/** The name of `dataStep`, which is data-step, and of `ariaLabel`, which is aria-label; undefined for all others. */
export function spacedName(name: string): string | undefined {
  const [, space, rest = ""] = /^(data|aria)([A-Z].*)$/.exec(name) ?? [];
  if (!space) return undefined;
  return space === "aria"
    ? `aria-${rest.toLowerCase()}`
    : `data${rest.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
