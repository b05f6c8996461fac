import { classNames } from "#components/ui/class-name";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "night";

const shape =
  "inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 rounded-control border text-center font-semibold leading-none " +
  "transition-colors duration-100 select-none [&_svg]:size-[1.1em] [&_svg]:shrink-0 " +
  "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink not-disabled:hover:bg-accent-strong",
  plain: "border-line-strong bg-sheet text-ink not-disabled:hover:border-control not-disabled:hover:bg-well",
  quiet: "border-transparent text-ink-soft not-disabled:hover:bg-well not-disabled:hover:text-ink",
  danger:
    "border-line-strong bg-sheet text-port not-disabled:hover:border-port not-disabled:hover:bg-port not-disabled:hover:text-port-ink",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-8 px-2.5 text-small touch:min-h-11",
  medium: "min-h-9 px-3.5 text-body touch:min-h-11",
  night: "min-h-13 px-3 text-large",
};

/** The classes of a button, for buttons, links and summaries that must look the same. */
export function buttonStyle(variant: ButtonVariant = "plain", size: ButtonSize = "medium", className?: string): string {
  return classNames(shape, variants[variant], sizes[size], className);
}
