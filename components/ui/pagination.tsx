import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link";

type PaginationProps = { label: string; previousHref?: string; nextHref?: string; summary?: ReactNode };

/** The way to the neighbouring parts of a long list. Shows nothing when there are none. */
export function Pagination({ label, previousHref, nextHref, summary }: PaginationProps) {
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2 border-t pt-4">
      {summary && <span className="mr-auto text-ink-faint text-small tabular-nums">{summary}</span>}
      {previousHref && (
        <ButtonLink href={previousHref} rel="prev" size="small">
          <ArrowLeft aria-hidden="true" />
          Previous
        </ButtonLink>
      )}
      {nextHref && (
        <ButtonLink href={nextHref} rel="next" size="small">
          Next
          <ArrowRight aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  );
}
