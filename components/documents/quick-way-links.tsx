"use client";

import { ChevronDown } from "lucide-react";
import { ContentsList } from "#components/documents/markdown/contents-list";
import { classNames } from "#components/ui/class-name";
import { Link } from "#components/ui/link";
import type { FirstToDo } from "#lib/documents/first-to-do";
import type { ContentsEntry } from "#lib/documents/markdown/contents";

type QuickWayLinksProps = {
  first: FirstToDo | undefined;
  contents: readonly ContentsEntry[] | undefined;
};

/** One tap to the first step and, on a phone, one to the contents. */
export function QuickWayLinks({ first, contents }: QuickWayLinksProps) {
  return (
    <div className={classNames("mb-5 border-y", !first && "lg:hidden")} data-screen-only="">
      {first && (
        <Link
          href={`#${first.anchor}`}
          className="flex min-h-11 items-center justify-between gap-3 font-semibold no-underline!"
        >
          <span className="min-w-0 truncate">{first.words}</span>
          <ChevronDown aria-hidden="true" className="size-4 shrink-0" />
        </Link>
      )}
      {contents && (
        <details className={classNames("group lg:hidden", first && "border-t")}>
          <summary className="flex min-h-11 items-center justify-between text-ink-soft">
            On this page
            <ChevronDown aria-hidden="true" className="size-4 text-ink-faint group-open:rotate-180" />
          </summary>
          <div className="pb-3">{contents.length > 1 && <ContentsList entries={contents} label="Contents" />}</div>
        </details>
      )}
    </div>
  );
}
