"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonStyle } from "#components/ui/button-style";
import { backdropStyle, dialogStyle } from "#components/ui/layer-style";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; leave it out when `isOpen` is controlled from elsewhere. */
  trigger?: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
};

/** A layer above the page for a small task. A task that must work without JavaScript belongs on a page. */
export function Dialog({ title, description, trigger, isOpen, onOpenChange, children }: DialogProps) {
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(open) => onOpenChange?.(open)}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropStyle} />
        <BaseDialog.Popup className={dialogStyle}>
          <div className="mb-4 flex items-start justify-between gap-4">
            <div>
              <BaseDialog.Title className="font-semibold text-large">{title}</BaseDialog.Title>
              {description && (
                <BaseDialog.Description className="mt-1 text-ink-soft">{description}</BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close className={buttonStyle("quiet", "small", "-mt-1 -mr-2")} aria-label="Close">
              <X aria-hidden="true" />
            </BaseDialog.Close>
          </div>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** A button inside a Dialog that closes it: `<DialogClose render={<Button>Cancel</Button>} />`. */
export const DialogClose = BaseDialog.Close;
