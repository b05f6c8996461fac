import type { ReactNode } from "react";

type ProgressProps = { label: ReactNode; done: number; total?: number; note?: ReactNode };

/** How far long work has come; without a `total` it only says that it is under way. */
export function Progress({ label, done, total, note }: ProgressProps) {
  const percent = total ? Math.min(100, Math.floor((done / total) * 100)) : undefined;
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <span>{label}</span>
        <span className="text-ink-faint text-small tabular-nums">
          {note ?? (percent === undefined ? done : `${percent} %`)}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={typeof label === "string" ? label : "Progress"}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        {percent === undefined ? (
          <div className="h-full w-full animate-pulse bg-accent" />
        ) : (
          <div className="h-full bg-accent transition-[width] duration-300" style={{ width: `${percent}%` }} />
        )}
      </div>
    </div>
  );
}
