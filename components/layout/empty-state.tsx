import type { ReactNode } from "react";

type EmptyStateProps = { title: ReactNode; action?: ReactNode; children?: ReactNode };

/** Where a list would be: why there is nothing, and what to do next. */
export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div className="border-y py-8">
      <p className="font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-[36rem] text-ink-soft">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
