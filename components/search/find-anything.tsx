"use client";

import type { MouseEvent } from "react";
import { FindButton } from "#components/layout/find-button";

/** Asks the one palette of the page to open. */
export const openPalette = "watchbill:find";

/** Opens the command palette; without JavaScript, or in a new tab, it leads to the search page. */
export function FindAnything() {
  return <FindButton aria-keyshortcuts="Control+K Meta+K" onClick={open} />;
}

function open(event: MouseEvent) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  document.dispatchEvent(new CustomEvent(openPalette));
}
