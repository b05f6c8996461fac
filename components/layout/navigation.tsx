"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { UnderWay } from "#components/ui/under-way";

export type NavigationItem = { href: string; label: string; count?: number };

/** The rooms of the portal; the one the reader is in is marked. */
export function Navigation({ items }: { items: readonly NavigationItem[] }) {
  const pathname = usePathname();

  return (
    <ul className="flex flex-col gap-0.5">
      {items.map(({ href, label, count }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={isWithin(pathname, href) ? (pathname === href ? "page" : "true") : undefined}
            className="flex items-baseline justify-between rounded-control px-2.5 py-1.5 text-ink-soft ring-line hover:text-ink aria-[current]:bg-sheet aria-[current]:text-ink aria-[current]:ring-1 max-md:py-2.5"
          >
            {label}
            {count !== undefined && <span className="text-ink-faint text-small tabular-nums">{count}</span>}
            <UnderWay />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
}
