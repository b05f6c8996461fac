import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

type Props = Record<string, unknown> & { children?: ReactNode; dangerouslySetInnerHTML?: { __html: string } };

/**
 * The HTML of what `node` draws, as React would write it. For components that draw at once, without hooks and handlers;
 * throws an Error at any other.
 */
export function markupOf(node: ReactNode): string {
  return drawn(node, undefined);
}

/** For an element that holds HTML already. It must be ours, or cleaned. */
export const asIs = (html: string) => ({ dangerouslySetInnerHTML: { __html: html } });

/** `chosen` is the value of the list around it. */
function drawn(node: unknown, chosen: unknown): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number") return String(node);
  if (Array.isArray(node)) return allDrawn(node, chosen);
  if (!isValidElement(node)) throw new Error("Only words and elements can be written as HTML.");
  const { type, props } = node as ReactElement<Props>;
  if (type === Fragment) return drawn(props.children, chosen);
  if (typeof type === "string") return elementDrawn(type, props, chosen);
  if (typeof type === "function") return drawn((type as (props: Props) => unknown)(props), chosen);
  throw new Error("Only elements, fragments and functions can be written as HTML.");
}

function allDrawn(nodes: readonly unknown[], chosen: unknown): string {
  let html = "";
  for (const node of nodes) html += drawn(node, chosen);
  return html;
}

const voids = new Set(["br", "hr", "img", "input", "link", "meta"]);

function elementDrawn(name: string, props: Props, chosen: unknown): string {
  let opening = `<${name}`;
  for (const attribute in props) opening += attributeDrawn(name, attribute, props[attribute]);
  if (name === "option" && chosen !== undefined && props.value === chosen) opening += ' selected=""';
  if (voids.has(name)) return `${opening}/>`;
  return `${opening}>${contentDrawn(name, props, chosen)}</${name}>`;
}

function contentDrawn(name: string, props: Props, chosen: unknown): string {
  if (props.dangerouslySetInnerHTML) return props.dangerouslySetInnerHTML.__html;
  if (name === "select") return drawn(props.children, props.defaultValue);
  if (name !== "textarea") return drawn(props.children, chosen);
  const text = drawn(props.defaultValue, undefined);
  // A browser passes over the first line break there.
  return text.startsWith("\n") ? `\n${text}` : text;
}

// All others HTML knows by the name that React has for them, in whatever case.
const names: Record<string, string> = {
  ...{ className: "class", htmlFor: "for" },
  ...{ defaultChecked: "checked", defaultValue: "value" },
};
const addresses = new Set(["href", "src", "action", "formAction"]);

function attributeDrawn(element: string, name: string, value: unknown): string {
  if (name === "children" || name === "dangerouslySetInnerHTML" || value === undefined || value === null) return "";
  if (name === "defaultValue" && (element === "select" || element === "textarea")) return "";
  if (typeof value === "object" || typeof value === "function")
    throw new Error(`The ${name} of a ${element} cannot be written as HTML.`);
  const isSpaced = name.startsWith("data-") || name.startsWith("aria-");
  if (value === false && !isSpaced) return "";
  const text = value === true && !isSpaced ? "" : String(value);
  if (addresses.has(name) && isScript(text)) return "";
  return ` ${names[name] ?? name}="${escaped(text)}"`;
}

// A browser reads an address without the blanks and control characters in it.
const isScript = (address: string) => /^javascript:/i.test(address.replace(/[^!-~]+/g, ""));

const special = /[&<>"']/;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? character) : text;
}
