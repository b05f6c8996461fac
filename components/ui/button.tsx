"use client";

import type { ComponentProps, MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "#components/ui/button-style";
import { Spinner } from "#components/ui/spinner";

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  isPending?: boolean;
};

/** A button. As the submit button of a form it shows by itself that the form is on its way. */
export function Button({
  variant,
  size,
  className,
  type = "button",
  isPending,
  onClick,
  children,
  ...props
}: ButtonProps) {
  const form = useFormStatus();
  const isBusy = isPending ?? (type === "submit" && form.pending && pressed(form.data, props));

  function click(event: MouseEvent<HTMLButtonElement>) {
    if (type === "submit" && form.pending) event.preventDefault();
    onClick?.(event);
  }

  return (
    <button
      {...props}
      type={type}
      className={buttonStyle(variant, size, className)}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || props["aria-disabled"]}
      onClick={click}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  );
}

// Of several submit buttons in one form, only the one whose name and value were sent is busy.
function pressed(sent: FormData, { name, value }: Pick<ButtonProps, "name" | "value">): boolean {
  return name === undefined || sent.getAll(name).includes(String(value ?? ""));
}
