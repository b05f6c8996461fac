"use client";

import { Toast as BaseToast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect } from "react";
import { buttonStyle } from "#components/ui/button-style";
import { type ToastInput, takeToasts, useWaitingToasts } from "#components/ui/toast-queue";

const manager = BaseToast.createToastManager();
const undoMilliseconds = 8000;

/** The toasts themselves; loaded when the first one is due. */
export function ToastLayer() {
  const waiting = useWaitingToasts();

  useEffect(() => {
    if (waiting.length > 0) for (const toast of takeToasts()) add(toast);
  }, [waiting]);

  return (
    <BaseToast.Provider toastManager={manager}>
      <BaseToast.Portal>
        <BaseToast.Viewport className="fixed right-4 bottom-4 left-4 z-50 grid gap-2 outline-none sm:left-auto sm:w-88">
          <Toasts />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  );
}

function add({ title, description, action }: ToastInput) {
  const id = manager.add({
    title,
    description,
    timeout: undoMilliseconds,
    actionProps: action && {
      children: action.label,
      onClick: () => {
        manager.close(id);
        action.onClick();
      },
    },
  });
}

function Toasts() {
  const { toasts } = BaseToast.useToastManager();
  return toasts.map((toast) => (
    <BaseToast.Root
      key={toast.id}
      toast={toast}
      className="rounded-control bg-sheet text-ink shadow-raised transition-[opacity,translate] duration-150 data-limited:hidden data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <BaseToast.Content className="flex items-center gap-2 py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <BaseToast.Title className="font-semibold" render={<p />} />
          <BaseToast.Description className="text-ink-soft text-small" />
        </div>
        <BaseToast.Action className={buttonStyle("quiet", "small", "text-accent!")} />
        <BaseToast.Close className={buttonStyle("quiet", "small")} aria-label="Dismiss">
          <X aria-hidden="true" />
        </BaseToast.Close>
      </BaseToast.Content>
    </BaseToast.Root>
  ));
}
