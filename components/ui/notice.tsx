import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-name";

export type NoticeTone = "info" | "ok" | "warn" | "bad";

const tones: Record<NoticeTone, string> = {
  info: "border-l-accent bg-accent-wash/70",
  ok: "border-l-starboard bg-starboard-wash/70",
  warn: "border-l-warn bg-warn-wash/70",
  bad: "border-l-port bg-port-wash/70",
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** A message in the flow of the page: what is the matter and, on the right, what mends it. */
export function Notice({ tone = "info", title, action, className, children }: NoticeProps) {
  return (
    <div
      className={classNames(
        "flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 rounded-r-control border-l-3 px-3.5 py-2.5 text-ink",
        tones[tone],
        className,
      )}
    >
      <div className="wrap-anywhere min-w-0 max-w-[44rem]">
        {title && <b className={classNames(children && "mr-0.5")}>{title}</b>}
        {title && children && " "}
        {children}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  );
}
