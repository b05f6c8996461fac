import type { ReactNode } from "react";

type AsideFirstProps = { label: string; aside: ReactNode; children: ReactNode };

/** Like PageColumns, but on a phone what stands beside the main column comes before it. */
export function AsideFirst({ label, aside, children }: AsideFirstProps) {
  return (
    <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <aside aria-label={label} className="min-w-0 lg:order-last">
        {aside}
      </aside>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
