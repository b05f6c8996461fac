"use client";

import { Printer } from "lucide-react";
import { Button } from "#components/ui/button";
import { useHydrated } from "#components/ui/use-hydrated";

/** Prints the page. Without JavaScript the browser's own menu does, so nothing is shown. */
export function PrintButton() {
  if (!useHydrated()) return null;
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden="true" />
      Print
    </Button>
  );
}
