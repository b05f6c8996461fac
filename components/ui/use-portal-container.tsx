"use client";

import { useHydrated } from "#components/ui/use-hydrated";

/** Where popups are put: inside the page's main landmark, so that a screen reader finds them where they belong. */
export function usePortalContainer(): HTMLElement | undefined {
  const isHydrated = useHydrated();
  return isHydrated ? (document.querySelector<HTMLElement>("main") ?? undefined) : undefined;
}
