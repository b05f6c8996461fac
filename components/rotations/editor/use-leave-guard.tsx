"use client";

import { useEffect } from "react";

const usualQuestion = "Leave without saving? What you changed here is lost.";

/** Asks before a page is left on which something is not saved: by a link, by going back, by closing it. */
export function useLeaveGuard(isNeeded: boolean, question = usualQuestion) {
  useEffect(() => {
    if (!isNeeded) return;
    const listening = new AbortController();
    const { signal } = listening;

    window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal });
    // Before the router hears of it.
    document.addEventListener("click", (event) => leaves(event) && !window.confirm(question) && stop(event), {
      signal,
      capture: true,
    });
    navigationOf(window)?.addEventListener(
      "navigate",
      (event) => {
        if (isBack(event) && event.cancelable && !window.confirm(question)) event.preventDefault();
      },
      { signal },
    );
    return () => listening.abort();
  }, [isNeeded, question]);
}

function leaves(event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.origin !== window.location.origin) return false;
  return link.pathname !== window.location.pathname || link.search !== window.location.search;
}

function stop(event: Event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Where the browser tells of going back before it does. */
const navigationOf = (browser: Window) => ("navigation" in browser ? (browser.navigation as EventTarget) : undefined);
const isBack = (event: Event) => "navigationType" in event && event.navigationType === "traverse";
