import type { ReactNode } from "react";
import { Kbd } from "#components/ui/kbd";

/** A key and what it does, where there is a keyboard to press it on. */
export function KeyHint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 text-ink-faint text-small touch:hidden">
      <Kbd keys={keys} />
      {children}
    </span>
  );
}
