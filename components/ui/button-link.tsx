"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "#components/ui/button-style";
import { UnderWay } from "#components/ui/under-way";

type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link that looks like a button, for an action that begins on another page, which paper has not. */
export function ButtonLink({ variant, size, className, children, ...props }: ButtonLinkProps) {
  return (
    <Link prefetch={false} data-screen-only="" {...props} className={buttonStyle(variant, size, className)}>
      {children}
      <UnderWay />
    </Link>
  );
}
