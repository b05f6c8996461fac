"use client";

import type { MouseEvent, ReactNode } from "react";
import { type Consequence, useEditor } from "#components/rotations/editor/editor-context";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "#components/ui/button-style";

type EditButtonProps = Consequence & {
  /** What it does to the draft: `layers.0.up`. */
  edit: string;
  /** By which it gets the focus back wherever its row goes. */
  focusKey?: string;
  /** It can do nothing here, and keeps its place and the focus. */
  isIdle?: boolean;
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  children: ReactNode;
};

/** A button that changes the draft at once, or by sending the form where there is no JavaScript. */
export function EditButton(props: EditButtonProps) {
  const { edit, focusKey, isIdle, label, says, variant = "quiet", size = "small", className, children } = props;
  const { press } = useEditor();
  const { focus = focusKey ? [focusKey] : [] } = props;

  function click(event: MouseEvent) {
    event.preventDefault();
    if (!isIdle) press(edit, { says, focus });
  }

  return (
    <button
      type="submit"
      name="edit"
      value={edit}
      data-focus-key={focusKey}
      aria-label={label}
      aria-disabled={isIdle || undefined}
      title={label}
      className={buttonStyle(
        variant,
        size,
        `aria-disabled:cursor-default! aria-disabled:opacity-35 ${className ?? ""}`,
      )}
      onClick={click}
    >
      {children}
    </button>
  );
}
