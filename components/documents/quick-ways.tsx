import { ChevronDown } from "lucide-react";
import { TableOfContents } from "#components/documents/markdown/table-of-contents";
import { classNames } from "#components/ui/class-name";
import { Link } from "#components/ui/link";
import { firstToDo } from "#lib/documents/first-to-do";
import type { Outline } from "#lib/documents/outline";

/** Above everything else: what to do first and, on a phone, the contents behind one tap. */
export function QuickWays({ outline, title }: { outline: Outline; title: string }) {
  const first = firstToDo(outline);
  const hasContents = outline.sections.filter(({ depth }) => depth > 0).length > 1;
  if (!first && !hasContents) return null;
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
      {hasContents && (
        <details className={classNames("group lg:hidden", first && "border-t")}>
          <summary className="flex min-h-11 items-center justify-between text-ink-soft">
            On this page
            <ChevronDown aria-hidden="true" className="size-4 text-ink-faint group-open:rotate-180" />
          </summary>
          <div className="pb-3">
            <TableOfContents outline={outline} title={title} label="Contents" />
          </div>
        </details>
      )}
    </div>
  );
}
