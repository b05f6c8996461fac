import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ThemeChoice } from "#components/layout/theme-choice";
import { classNames } from "#components/ui/class-name";
import { Lamp } from "#components/ui/lamp";

export type ShellPerson = {
  name: string;
  /** The person's own page. */
  href: string;
  /** A `PresentWatch` while the person stands one. */
  watch?: ReactNode;
};

type PersonMenuProps = { person: ShellPerson; signOut?: ReactNode; isOpen?: boolean; className?: string };

/** Who is signed in, whether they stand a watch, and what concerns only them. A `details`, so it needs no JavaScript. */
export function PersonMenu({ person, signOut, isOpen, className }: PersonMenuProps) {
  if (isOpen) {
    return (
      <div className={classNames("border-t pt-3 text-small", className)}>
        <Who person={person} className="px-2.5 pb-2" />
        <Choices person={person} signOut={signOut} />
      </div>
    );
  }
  return (
    <details data-disclosure="" className={classNames("group relative border-t pt-2 text-small", className)}>
      <summary className="flex items-start justify-between gap-2 rounded-control px-2.5 py-1.5 hover:bg-sheet">
        <Who person={person} />
        <ChevronsUpDown aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-ink-faint" />
      </summary>
      <div className="absolute inset-x-0 bottom-full mb-1 rounded-control bg-sheet p-1 shadow-raised">
        <Choices person={person} signOut={signOut} />
      </div>
    </details>
  );
}

function Who({ person, className }: { person: ShellPerson; className?: string }) {
  return (
    <div className={classNames("min-w-0", className)}>
      <b className="block">{person.name}</b>
      {person.watch}
    </div>
  );
}

/** The watch that a person stands, under the name: `on watch for Checkout until Mon 09:00`. */
export function PresentWatch({ children }: { children: ReactNode }) {
  return (
    <span className="block text-ink-soft">
      <Lamp isSaid />
      {children}
    </span>
  );
}

function Choices({ person, signOut }: Pick<PersonMenuProps, "person" | "signOut">) {
  return (
    <>
      <Link href={person.href} className="block rounded-small px-2.5 py-1.5 hover:bg-well max-md:py-2.5">
        Your page
      </Link>
      <Link
        href={`${person.href}/record`}
        prefetch={false}
        className="block rounded-small px-2.5 py-1.5 hover:bg-well max-md:py-2.5"
      >
        Your ownership record
      </Link>
      <Link href="/account" className="block rounded-small px-2.5 py-1.5 hover:bg-well max-md:py-2.5">
        Account and tokens
      </Link>
      <div className="px-1">
        <ThemeChoice />
      </div>
      {signOut && <div className="mt-1 border-t pt-1">{signOut}</div>}
    </>
  );
}
