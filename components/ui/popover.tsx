"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "#components/ui/class-name";
import { popupStyle } from "#components/ui/layer-style";
import { usePortalContainer } from "#components/ui/use-portal-container";

type PopoverProps = { trigger: ReactElement; title?: ReactNode; children: ReactNode };

/** A note or a few controls that hang from a button. Nothing that matters lives only here. */
export function Popover({ trigger, title, children }: PopoverProps) {
  const container = usePortalContainer();
  return (
    <BasePopover.Root>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal container={container}>
        <BasePopover.Positioner sideOffset={6} align="start" collisionPadding={8} className="z-30">
          <BasePopover.Popup className={classNames(popupStyle, "w-72 p-3.5!")}>
            {title && <BasePopover.Title className="mb-1 font-semibold">{title}</BasePopover.Title>}
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
