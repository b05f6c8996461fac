import type { ComponentProps } from "react";
import { Kbd } from "#components/ui/kbd";

/** The look of the button that opens the command palette; its owner gives it an `onClick`. */
export function FindButton(props: ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...props}
      className="flex w-full items-baseline justify-between gap-2 whitespace-nowrap rounded-control border bg-sheet px-2.5 py-1.5 text-ink-faint hover:border-line-strong hover:text-ink-soft touch:min-h-11 touch:items-center"
    >
      Find anything
      <span className="touch:hidden">
        <Kbd keys={["Mod", "K"]} />
      </span>
    </button>
  );
}
