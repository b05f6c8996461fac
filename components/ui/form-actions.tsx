import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-name";

/** The row of buttons that ends a form; the main one comes first. */
export function FormActions({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classNames("flex flex-wrap items-center gap-2 pt-1", className)}>{children}</div>;
}
