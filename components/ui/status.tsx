import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-name";

export type Tone = "ok" | "warn" | "bad" | "soft" | "over";

const tones: Record<Tone, string> = {
  ok: "text-starboard",
  warn: "text-warn",
  bad: "text-port",
  soft: "text-ink-faint",
  over: "text-over",
};

/** The state of a thing in words; the colour only repeats what they say. */
export function Status({
  tone = "soft",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return <span className={classNames("text-small", tones[tone], className)}>{children}</span>;
}
