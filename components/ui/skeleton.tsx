import { classNames } from "#components/ui/class-name";

/** The place of a line that is still on its way. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={classNames("block h-[0.8lh] animate-pulse rounded-small bg-line", className)} />
  );
}
