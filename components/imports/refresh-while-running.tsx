"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMilliseconds = 1_000;

/** Keeps the page current while an import runs; without JavaScript the browser loads it again by itself. */
export function RefreshWhileRunning() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMilliseconds);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
  );
}
