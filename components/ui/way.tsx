"use client";

import NextLink from "next/link";
import type { ComponentProps } from "react";
import { UnderWay } from "#components/ui/under-way";

/**
 * A link within Watchbill, without a look of its own. A list of fifty must not ask the server for fifty pages, so nothing
 * is fetched ahead unless `prefetch` says so. Pages of the night are no part of the portal: the browser itself goes there.
 */
export function Way({ children, prefetch = false, replace, scroll, ...props }: ComponentProps<typeof NextLink>) {
  if (isOfNight(props.href))
    return (
      <a {...props} href={props.href}>
        {children}
      </a>
    );
  return (
    <NextLink {...props} {...{ prefetch, replace, scroll }}>
      {children}
      <UnderWay />
    </NextLink>
  );
}

const isOfNight = (href: unknown): href is string =>
  typeof href === "string" && /^\/(?:alerts|briefing)\/[^/?#]+(?:[?#]|$)/.test(href);
