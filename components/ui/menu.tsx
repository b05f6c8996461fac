"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import NextLink from "next/link";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { classNames } from "#components/ui/class-name";
import { itemStyle, popupStyle } from "#components/ui/layer-style";
import { usePortalContainer } from "#components/ui/use-portal-container";

/** A menu of less common actions behind one button. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  const container = usePortalContainer();
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal container={container}>
        <BaseMenu.Positioner sideOffset={4} align="end" collisionPadding={8} className="z-30 outline-none">
          <BaseMenu.Popup className={classNames(popupStyle, "min-w-44")}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** A line of a Menu that does something. */
export function MenuItem({ tone, ...props }: ComponentProps<typeof BaseMenu.Item> & { tone?: "bad" }) {
  return <BaseMenu.Item {...props} className={classNames(itemStyle, tone === "bad" && "text-port")} />;
}

/** A line of a Menu that leads somewhere. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <BaseMenu.LinkItem closeOnClick render={<NextLink href={href} />} className={itemStyle}>
      {children}
    </BaseMenu.LinkItem>
  );
}

/** A hairline between groups of a Menu. */
export function MenuSeparator() {
  return <BaseMenu.Separator className="mx-1 my-1 border-t" />;
}
