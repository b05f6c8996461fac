"use client";

import NextLink from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { UnderWay } from "#components/ui/under-way";

export type TabLink = {
  href: string;
  label: ReactNode;
  count?: ReactNode;
  isCurrent?: boolean;
  /** False where to look at the page is something that is told of: nothing is fetched before it is opened. */
  prefetch?: false;
};

/** Tabs that are pages: each is a link, and the one whose path this is, is marked unless `isCurrent` says otherwise. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const pathname = usePathname();

  return (
    <nav aria-label={label} data-screen-only="" className="overflow-x-auto shadow-[inset_0_-1px_0_var(--line)]">
      <ul className="flex gap-5.5">
        {tabs.map(({ href, label, count, prefetch, isCurrent = pathname === href }) => (
          <li key={href} className="shrink-0">
            <NextLink
              href={href}
              prefetch={prefetch}
              aria-current={isCurrent ? "page" : undefined}
              className="block border-transparent border-b-2 pt-2 pb-1.5 text-ink-soft -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink touch:py-2.5"
            >
              {label}
              {count !== undefined && (
                <span className="ml-1.5 font-normal text-ink-faint text-small tabular-nums">{count}</span>
              )}
              <UnderWay />
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
