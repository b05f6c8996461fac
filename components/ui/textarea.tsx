"use client";

import type { ComponentProps } from "react";
import { classNames } from "#components/ui/class-name";
import { controlStyle } from "#components/ui/control-style";
import { useControl, useTyped } from "#components/ui/form-context";

/** Several lines of text; grows with its content where the browser can. */
export function Textarea({ className, defaultValue, rows = 4, ...props }: ComponentProps<"textarea">) {
  const control = useControl(props);
  const typed = useTyped(control.name)?.[0];
  const value = props.value === undefined ? { defaultValue: typed ?? defaultValue } : {};

  return (
    <textarea
      {...props}
      {...control}
      {...value}
      rows={rows}
      className={classNames(controlStyle, "field-sizing-content min-h-[calc(4lh+1rem)] resize-y", className)}
    />
  );
}
