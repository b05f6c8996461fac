"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { useHydrated } from "#components/ui/use-hydrated";

/** Takes the word for what was just done (`done=`) out of the address, and calls `say` once, with the page in place. */
export function useDoneWord(say: () => void): void {
  const isHydrated = useHydrated();
  const isNew = useRef(false);
  // Next.js drops what a pending action answers when the address changes, so it changes together with the page. And it
  // has to learn of the change, or back leads to an address without its page: not before it has taken over.
  useLayoutEffect(() => {
    const address = new URL(window.location.href);
    if (!isHydrated || !address.searchParams.has("done")) return;
    address.searchParams.delete("done");
    window.history.replaceState(null, "", address);
    isNew.current = true;
  });
  useEffect(() => {
    if (!isNew.current) return;
    isNew.current = false;
    say();
  });
}
