"use client";

import type { ReactNode } from "react";
import { Link } from "#components/ui/link";

type DoubtRowProps = {
  what: string;
  since: ReactNode;
  /** What is to be done about it, and the place where. */
  mending: string;
  label: string;
  href: string;
};

/** One reason why a document may no longer hold. */
export function DoubtRow({ what, since, mending, label, href }: DoubtRowProps) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t py-2.5">
      <div className="wrap-anywhere min-w-0 max-w-[44rem]">
        <span className="inline-block font-semibold first-letter:uppercase">{what}</span> {since}
        <span className="block text-ink-soft text-small">{mending}</span>
      </div>
      <Link href={href} className="shrink-0 text-small touch:py-2">
        {label}
        <span className="sr-only">: {what}</span>
      </Link>
    </li>
  );
}
