"use client";

import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-name";

/** A short list of terms and what they are. */
export function Facts({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl className={classNames("grid grid-cols-[5.6rem_minmax(0,1fr)] gap-x-3 gap-y-[0.4375rem]", className)}>
      {children}
    </dl>
  );
}

/** One term of Facts. Several values stand in `FactValues`. */
export function Fact({ term, note, children }: { term: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="pt-px text-ink-faint text-small">{term}</dt>
      <dd className="grid min-w-0 gap-[0.4375rem]">
        <FactValue note={note}>{children}</FactValue>
      </dd>
    </>
  );
}

/** One of several values of a Fact, with a quieter line beneath it. */
export function FactValue({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      {children}
      {note && <span className="block text-ink-faint text-small">{note}</span>}
    </div>
  );
}

/** Several values of one Fact, one below the other. */
export function FactValues({ children }: { children: ReactNode }) {
  return <div className="grid min-w-0 gap-[0.4375rem]">{children}</div>;
}
