"use client";

import { useHydrated } from "#components/ui/use-hydrated";

/** Keys to press. `Mod` is Ctrl, or Command on Apple's machines. */
export function Kbd({ keys }: { keys: readonly string[] }) {
  const isApple = useHydrated() && /Mac|iPhone|iPad/.test(navigator.platform);
  const names = keys.map((key) => (key === "Mod" ? (isApple ? "⌘" : "Ctrl") : key));

  return <kbd className="whitespace-nowrap font-mono text-ink-faint text-small">{names.join(isApple ? "" : " ")}</kbd>;
}
