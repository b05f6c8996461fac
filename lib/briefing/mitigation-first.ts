import type { Root, RootContent } from "hast";
import { depthOf, isHeading } from "#lib/documents/markdown/headings";
import { type Role, roleOf } from "#lib/documents/markdown/roles";
import { withoutTitle } from "#lib/documents/markdown/title";
import { plainWords } from "#lib/documents/markdown/words";

/** A runbook as it is read at night: what to do, and the rest of it with the words that name it. */
export type NightOrder = { first: RootContent[]; rest: RootContent[]; words: string };

/**
 * The mitigation without its heading, then everything else in its order. A runbook that has none is all `rest`, to be
 * shown as it is.
 */
export function mitigationFirst(tree: Root, title: string): NightOrder {
  const { children } = withoutTitle(tree, title);
  const start = children.findIndex((node) => isHeading(node) && roleOf(plainWords(node)) === "mitigation");
  const heading = children[start];
  if (!heading || !isHeading(heading)) return { first: [], rest: children, words: "The runbook" };
  const depth = depthOf(heading);
  const next = children.findIndex((node, index) => index > start && isHeading(node) && depthOf(node) <= depth);
  const end = next === -1 ? children.length : next;
  const rest = [...children.slice(0, start), ...children.slice(end)];
  return { first: children.slice(start + 1, end), rest: rest.filter(isSaying), words: restWords(rest) };
}

const isSaying = (node: RootContent) => node.type !== "text" || node.value.trim() !== "";

const known: Role[] = ["meaning", "impact", "diagnosis"];

/** “Meaning, impact, diagnosis”, as far as they are there. */
function restWords(nodes: readonly RootContent[]): string {
  const roles = nodes.flatMap((node) => (isHeading(node) ? (roleOf(plainWords(node)) ?? []) : []));
  const found = known.filter((role) => roles.includes(role)).join(", ");
  return found
    ? `${found[0]?.toUpperCase()}${found.slice(1)}, and what else the runbook says`
    : "What else the runbook says";
}
