import type { ReactNode } from "react";

/** Says on every page that this is the demo organisation and nothing here is real. */
export function DemoBanner({ children }: { children?: ReactNode }) {
  return (
    <aside
      aria-label="Demo"
      data-screen-only=""
      className="border-b bg-over-wash px-4 py-1.5 text-center text-over text-small"
    >
      {children ?? "Demo: an invented organisation on this machine only. Anyone here can sign in as anyone."}
    </aside>
  );
}
