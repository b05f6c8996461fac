"use client";

import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "#components/ui/breadcrumb";

type PageHeaderProps = {
  title: ReactNode;
  breadcrumb?: readonly Crumb[];
  /** Small words beside the title: `tier 1 · production`. */
  facts?: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
};

/** The head of a page: where it stands, what it is, what may be done with it. */
export function PageHeader({ title, breadcrumb, facts, lede, actions, tabs }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {breadcrumb && breadcrumb.length > 0 && <Breadcrumb crumbs={breadcrumb} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="mt-0.5 font-bold text-display tracking-[-0.015em]">
            {title}
            {facts && (
              <span className="ml-3.5 inline-block font-normal text-ink-faint text-small tracking-normal max-sm:ml-0 max-sm:block">
                {facts}
              </span>
            )}
          </h1>
          {lede && <p className="mt-1 max-w-[44rem] text-ink-soft">{lede}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 sm:mt-1">{actions}</div>}
      </div>
      {tabs ? <div className="mt-5">{tabs}</div> : null}
    </header>
  );
}
