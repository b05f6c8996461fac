"use client";

import NextLink from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "#components/ui/class-name";
import { UnderWay } from "#components/ui/under-way";

/**
 * A text link, underlined in running text and at night, where colour alone would not tell it from the words around it.
 * A list of fifty must not ask the server for fifty pages, so nothing is fetched ahead unless `prefetch` says so.
 */
export function Link({ className, children, ...props }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink
      prefetch={false}
      {...props}
      className={classNames(
        "rounded-small text-accent decoration-1 underline-offset-[0.18em] hover:underline in-data-[theme=night]:underline in-[p]:underline",
        className,
      )}
    >
      {children}
      <UnderWay />
    </NextLink>
  );
}
