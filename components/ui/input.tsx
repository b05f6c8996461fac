"use client";

import type { ComponentProps } from "react";
import { classNames } from "#components/ui/class-name";
import { controlStyle, lineStyle } from "#components/ui/control-style";
import { useControl, useTyped } from "#components/ui/form-context";

/** One line of text. After a failed form it holds what was typed. */
export function Input({ className, defaultValue, ...props }: ComponentProps<"input">) {
  const control = useControl(props);
  const typed = useTyped(control.name)?.[0];
  const value = props.value === undefined ? { defaultValue: typed ?? defaultValue } : {};

  return (
    <input type="text" {...props} {...control} {...value} className={classNames(controlStyle, lineStyle, className)} />
  );
}
