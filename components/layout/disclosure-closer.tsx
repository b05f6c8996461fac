"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** Closes the shell's open menus after a navigation, on Escape and on a click elsewhere. Without it they still open and close. */
export function DisclosureCloser() {
  const pathname = usePathname();

  // A menu that was opened before the script arrived stays open: only going somewhere else closes it.
  const closedFor = useRef(pathname);
  useEffect(() => {
    if (closedFor.current !== pathname) closeDisclosures();
    closedFor.current = pathname;
  }, [pathname]);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== "Escape") return;
      const open = document.activeElement?.closest<HTMLDetailsElement>("details[data-disclosure][open]");
      closeDisclosures();
      open?.querySelector("summary")?.focus();
    }
    function click(event: MouseEvent) {
      closeDisclosures(event.target instanceof Node ? event.target : undefined);
    }
    document.addEventListener("keydown", press);
    document.addEventListener("click", click);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("click", click);
    };
  }, []);

  return null;
}

function closeDisclosures(except?: Node) {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details[data-disclosure][open]")) {
    if (!except || !details.contains(except)) details.open = false;
  }
}
