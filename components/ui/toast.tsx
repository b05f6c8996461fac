"use client";

import { lazy, Suspense, useState } from "react";
import { useWaitingToasts } from "#components/ui/toast-queue";

export { showToast } from "#components/ui/toast-queue";

const ToastLayer = lazy(async () => ({ default: (await import("#components/ui/toast-layer")).ToastLayer }));

/** Where toasts appear; once in a layout. Costs next to nothing until the first one. */
export function ToastRegion() {
  const waiting = useWaitingToasts();
  const [isNeeded, setNeeded] = useState(false);

  if (waiting.length > 0 && !isNeeded) setNeeded(true);
  return isNeeded ? (
    <Suspense>
      <ToastLayer />
    </Suspense>
  ) : null;
}
