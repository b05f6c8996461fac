"use client";

import { Menu } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DisclosureCloser } from "#components/layout/disclosure-closer";
import { Navigation, type NavigationItem } from "#components/layout/navigation";
import { PersonMenu, type ShellPerson } from "#components/layout/person-menu";

type ShellProps = {
  items: readonly NavigationItem[];
  person: ShellPerson;
  /** The button that opens the command palette. It is drawn twice, for desk and phone, so it must hold no dialog itself. */
  find?: ReactNode;
  /** A line above everything, such as the demo banner. */
  banner?: ReactNode;
  /** A form or button that ends the session. */
  signOut?: ReactNode;
  children: ReactNode;
};

/** The portal around a page: the rooms at the left on a desk, behind one button on a phone. */
export function Shell({ items, person, find, banner, signOut, children }: ShellProps) {
  return (
    <>
      <SkipLink />
      <div className="flex min-h-dvh flex-col md:grid md:grid-cols-[13.5rem_minmax(0,1fr)] print:block">
        <header data-screen-only="" className="hidden border-r bg-well md:block">
          <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-3 py-4.5">
            <Mark className="mb-3 px-2.5 py-1" />
            {find && <div className="mb-3">{find}</div>}
            <nav aria-label="Main">
              <Navigation items={items} />
            </nav>
            <PersonMenu person={person} signOut={signOut} className="mt-auto" />
          </div>
        </header>
        <TopBar items={items} person={person} find={find} signOut={signOut} />
        <div className="min-w-0">
          {banner}
          <main id="main" tabIndex={-1} className="w-full max-w-[76rem] px-4 pt-5 pb-15 md:px-10 md:pt-6.5">
            {children}
          </main>
        </div>
      </div>
    </>
  );
}

function TopBar({ items, person, find, signOut }: Omit<ShellProps, "children" | "banner">) {
  return (
    <header data-screen-only="" className="sticky top-0 z-20 border-b bg-well md:hidden">
      <details className="group" data-disclosure="">
        <summary className="flex min-h-13 cursor-pointer items-center justify-between gap-3 px-4">
          <span className="font-bold text-large tracking-[-0.01em]">Watchbill</span>
          <span className="flex items-center gap-2 text-ink-soft">
            <Menu aria-hidden="true" className="size-5" />
            Menu
          </span>
        </summary>
        <div className="max-h-[calc(100dvh-3.25rem)] overflow-y-auto px-1.5 pb-4">
          {find && <div className="mb-2">{find}</div>}
          <nav aria-label="Main">
            <Navigation items={items} />
          </nav>
          <PersonMenu person={person} signOut={signOut} isOpen className="mt-3" />
        </div>
      </details>
      <DisclosureCloser />
    </header>
  );
}

function Mark({ className }: { className: string }) {
  return (
    <Link href="/" className={`self-start rounded-small font-bold text-large tracking-[-0.01em] ${className}`}>
      Watchbill
    </Link>
  );
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-sheet focus:px-4 focus:py-3 focus:shadow-raised"
    >
      Skip to the content
    </a>
  );
}
