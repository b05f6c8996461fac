import { Fragment } from "react";
import { Link } from "#components/ui/link";

export type Crumb = { label: string; href: string };

/** The way back up, above the title; the page itself is not repeated. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="text-ink-faint text-small">
      <ol className="flex flex-wrap items-baseline gap-x-1.5">
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb.href}>
            {index > 0 && <li aria-hidden="true">/</li>}
            <li>
              <Link href={crumb.href} className="text-ink-faint hover:text-ink touch:py-2">
                {crumb.label}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
