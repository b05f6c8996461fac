import type { ReactNode } from "react";

type ThingColumnsProps = {
  /** What comes before everything else, on a phone too: who is there now. */
  top?: ReactNode;
  first: ReactNode;
  last: ReactNode;
  children: ReactNode;
};

/**
 * The page of one thing. On a desk `first` and `last` stand at the right of the main column; on a phone `first` comes
 * before it, because whoever looks a service up there wants to know whom to reach.
 */
export function ThingColumns({ top, first, last, children }: ThingColumnsProps) {
  return (
    <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_auto_1fr]">
      <div className="min-w-0 lg:col-start-1 lg:row-start-1">{top}</div>
      <aside aria-label="Ownership" className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        {first}
      </aside>
      <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-2">{children}</div>
      <aside aria-label="Lately" className="min-w-0 lg:col-start-2 lg:row-start-3">
        {last}
      </aside>
    </div>
  );
}
