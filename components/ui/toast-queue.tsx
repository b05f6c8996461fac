"use client";

import { type ReactNode, useSyncExternalStore } from "react";

export type ToastInput = {
  title: ReactNode;
  description?: ReactNode;
  action?: { label: string; onClick: () => void };
};

const none: readonly ToastInput[] = [];
const listeners = new Set<() => void>();
let waiting = none;

/** Says in a corner that something was done: `Saved.`, with a way back where there is one. Browser only. */
export function showToast(toast: ToastInput) {
  waiting = [...waiting, toast];
  for (const listener of listeners) listener();
}

/** Toasts that nobody has shown yet. */
export function useWaitingToasts(): readonly ToastInput[] {
  return useSyncExternalStore(
    subscribe,
    () => waiting,
    () => none,
  );
}

/** Hands the waiting toasts over to whoever shows them. */
export function takeToasts(): readonly ToastInput[] {
  const taken = waiting;
  waiting = none;
  for (const listener of listeners) listener();
  return taken;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
