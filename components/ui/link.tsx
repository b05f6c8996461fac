"use client";

import type { ComponentProps } from "react";
import { classNames } from "#components/ui/class-name";
import { Way } from "#components/ui/way";

/** A text link, underlined in running text and at night, where colour alone would not tell it from the words around it. */
export function Link({ className, ...props }: ComponentProps<typeof Way>) {
  return (
    <Way
      {...props}
      className={classNames(
        "rounded-small text-accent decoration-1 underline-offset-[0.18em] hover:underline in-data-[theme=night]:underline in-[p]:underline",
        className,
      )}
    />
  );
}
