"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "#components/ui/class-name";
import { controlStyle, lineStyle } from "#components/ui/control-style";
import { useControl, useTyped } from "#components/ui/form-context";

/** The browser's own select, dressed like the other controls. */
export function Select({ className, defaultValue, children, ...props }: ComponentProps<"select">) {
  const control = useControl(props);
  const typed = useTyped(control.name)?.[0];
  const chosen = typed ?? defaultValue;
  const value = props.value === undefined ? { defaultValue: chosen } : {};

  return (
    <span className={classNames("relative block", className)}>
      {/* React resets a select to the option it was born with, so a new default needs a new element. */}
      <select
        key={String(chosen)}
        {...props}
        {...control}
        {...value}
        className={classNames(controlStyle, lineStyle, "appearance-none pr-9")}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  );
}
