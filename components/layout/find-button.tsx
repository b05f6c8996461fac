import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { Kbd } from "#components/ui/kbd";

/** The look of the button that opens the command palette; its owner gives it an `onClick`. */
export function FindButton(props: ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...props}
      className="flex w-full items-center gap-2 rounded-control border bg-sheet px-2.5 py-1.5 text-ink-faint hover:border-line-strong hover:text-ink-soft pointer-coarse:min-h-11"
    >
      <Search aria-hidden="true" className="size-4" />
      <span className="flex-1 text-left">Find anything</span>
      <Kbd keys={["Mod", "K"]} />
    </button>
  );
}
