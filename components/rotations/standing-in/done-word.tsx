"use client";

import { useEffect, useRef } from "react";

/**
 * Leads the reader to what was just done, and takes the word for it out of the address, so that nothing is said again
 * to whoever comes back to it.
 */
export function DoneWord() {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const address = new URL(window.location.href);
    if (!address.searchParams.has("done")) return;
    here.current?.closest<HTMLElement>("[role=status]")?.focus();
    address.searchParams.delete("done");
    window.history.replaceState(null, "", address);
  });
  return <span ref={here} hidden />;
}
