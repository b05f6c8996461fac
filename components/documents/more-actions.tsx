"use client";

import { ChevronDown } from "lucide-react";
import { buttonStyle } from "#components/ui/button-style";
import { Link } from "#components/ui/link";

/** What is done more seldom. A `details`, so it needs no JavaScript; the shell closes it. */
export function MoreActions({ items }: { items: readonly { href: string; label: string }[] }) {
  return (
    <details data-disclosure="" className="relative">
      <summary className={buttonStyle("plain")}>
        More
        <ChevronDown aria-hidden="true" />
      </summary>
      <ul className="absolute right-0 z-10 mt-1 w-max min-w-44 rounded-control bg-sheet p-1 shadow-raised">
        {items.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              className="block rounded-small px-2.5 py-1.5 text-ink hover:bg-well hover:no-underline! touch:py-2.5"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
