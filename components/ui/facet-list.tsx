import { X } from "lucide-react";
import NextLink from "next/link";
import { type ReactNode, useId } from "react";
import { UnderWay } from "#components/ui/under-way";

export type FacetOption = {
  label: ReactNode;
  count?: number;
  /** Where choosing it leads, or, when it is current, where giving it up leads. */
  href: string;
  isCurrent?: boolean;
};

/** One group of ways to narrow a list, each with how many it would leave. */
export function FacetList({ title, options }: { title: string; options: readonly FacetOption[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-5">
      <h2 id={id} className="mb-1 font-semibold text-ink-faint text-small">
        {title}
      </h2>
      <ul>
        {options.map(({ label, count, href, isCurrent }) => (
          <li key={href}>
            <NextLink
              href={href}
              scroll={false}
              prefetch={false}
              aria-current={isCurrent ? "true" : undefined}
              className="-mx-2 flex items-baseline justify-between gap-3 rounded-small px-2 py-0.75 text-ink-soft hover:bg-well hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink touch:py-2.5"
            >
              <span className="min-w-0">{label}</span>
              {isCurrent ? (
                <span className="shrink-0 self-center text-ink-faint">
                  <X aria-hidden="true" className="size-3.5" />
                  <span className="sr-only">, chosen; remove</span>
                </span>
              ) : (
                count !== undefined && <span className="text-ink-faint text-small tabular-nums">{count}</span>
              )}
              <UnderWay />
            </NextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
