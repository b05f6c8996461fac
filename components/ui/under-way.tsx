"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a thin line at the top of the window from the click until the next page is there. */
export function UnderWay() {
  const { pending } = useLinkStatus();
  return pending ? <span aria-hidden="true" data-under-way="" className="under-way" /> : null;
}
