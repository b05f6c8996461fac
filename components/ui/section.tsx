"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-name";

type SectionProps = {
  title: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A part of a page under a small heading, with an action or a word on its state at the right. */
export function Section({ title, note, action, id, className, children }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className={classNames("mb-8 min-w-0", className)}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-ink-faint text-small">
        <h2 id={headingId} className="font-semibold">
          {title}
          {note && <span className="ml-2 font-normal">{note}</span>}
        </h2>
        {action && <div className="flex gap-3 touch:-my-3 touch:[&_a]:py-3">{action}</div>}
      </div>
      {children}
    </section>
  );
}
