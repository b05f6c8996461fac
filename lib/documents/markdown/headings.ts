import type { Element } from "hast";

export const isHeading = (node: { type: string; tagName?: string }): node is Element =>
  /^h[1-6]$/.test(node.tagName ?? "");

/** 1 to 6. */
export const depthOf = (heading: Element): number => Number(heading.tagName[1]);
