"use client";

import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "#components/ui/button-style";
import { Way } from "#components/ui/way";

type ButtonLinkProps = ComponentProps<typeof Way> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link that looks like a button, for an action that begins on another page, which paper has not. */
export function ButtonLink({ variant, size, className, ...props }: ButtonLinkProps) {
  return <Way data-screen-only="" {...props} className={buttonStyle(variant, size, className)} />;
}
