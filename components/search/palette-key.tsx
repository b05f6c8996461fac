"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { openPalette } from "#components/search/find-anything";

// Loaded when it is first asked for: most pages are read without it.
const Palette = lazy(async () => ({ default: (await import("#components/search/palette")).Palette }));

/** Opens the command palette on Ctrl-K or Command-K, wherever in the portal the reader is, and from its button. */
export function PaletteKey() {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);

  useEffect(() => {
    function open() {
      setWanted(true);
      setOpen(true);
    }
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || event.shiftKey || event.altKey) return;
      if (event.ctrlKey === event.metaKey) return;
      event.preventDefault();
      // Whoever presses again because it takes a moment wants it open still; Escape closes it.
      open();
    }
    document.addEventListener(openPalette, open);
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener(openPalette, open);
      document.removeEventListener("keydown", press);
    };
  }, []);

  return <Suspense fallback={null}>{isWanted && <Palette isOpen={isOpen} onOpenChange={setOpen} />}</Suspense>;
}
