import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type ListColumnsProps = {
  facets: ReactNode;
  /** How many ways of narrowing are in force; a phone shows it on the closed fold. */
  chosenCount?: number;
  children: ReactNode;
};

/** A list and the ways to narrow it: at the right of a desk, folded above the list on a phone. */
export function ListColumns({ facets, chosenCount = 0, children }: ListColumnsProps) {
  return (
    <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_13.5rem]">
      <details className="group mb-4 border-y lg:hidden">
        <summary className="flex min-h-11 items-center justify-between">
          <span>
            Narrow down
            {chosenCount > 0 && <span className="ml-2 text-ink-faint text-small">{chosenCount} chosen</span>}
          </span>
          <ChevronDown aria-hidden="true" className="size-4 text-ink-faint group-open:rotate-180" />
        </summary>
        <div className="pt-2">{facets}</div>
      </details>
      <div className="min-w-0">{children}</div>
      <aside aria-label="Narrow down" className="hidden lg:block">
        {facets}
      </aside>
    </div>
  );
}
