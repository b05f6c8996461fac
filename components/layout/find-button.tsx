import type { ComponentProps } from "react";
import { Kbd } from "#components/ui/kbd";

/** The look of what opens the command palette; its owner gives it an `onClick`. Without JavaScript it leads to the search page. */
export function FindButton(props: ComponentProps<"a">) {
  return (
    <a
      href="/search"
      {...props}
      className="flex w-full items-baseline justify-between gap-2 whitespace-nowrap rounded-control border bg-sheet px-2.5 py-1.5 text-ink-faint hover:border-line-strong hover:text-ink-soft touch:min-h-11 touch:items-center"
    >
      Find anything
      <span className="touch:hidden">
        <Kbd keys={["Mod", "K"]} />
      </span>
    </a>
  );
}
