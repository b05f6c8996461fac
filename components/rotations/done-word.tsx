"use client";

import { useEffect } from "react";

/** Takes the word for what was done out of the address, so that nothing is said again to whoever comes back to it. */
export function DoneWord() {
  useEffect(() => {
    const address = new URL(window.location.href);
    if (!address.searchParams.has("done")) return;
    address.searchParams.delete("done");
    window.history.replaceState(null, "", address);
  });
  return null;
}
