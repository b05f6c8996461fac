"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { useHydrated } from "#components/ui/use-hydrated";

/**
 * Takes the word for what was just done (`done=`) out of the address, so that nothing is said again to whoever comes
 * back to it, and calls `say` once, with the page in place.
 *
 * Next.js drops what a pending action answers when the address changes: it changes together with the page, before
 * anybody can press anything. And it learns of the change only once it has taken over in the browser; an entry of the
 * history that it did not write leads back to an address without its page.
 */
export function useDoneWord(say: () => void): void {
  const isHydrated = useHydrated();
  const isNew = useRef(false);
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
