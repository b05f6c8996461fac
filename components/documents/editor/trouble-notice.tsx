"use client";

import { usePathname } from "next/navigation";
import type { Trouble } from "#components/documents/editor/use-saving";
import { Notice } from "#components/ui/notice";

const words: Record<Exclude<Trouble, "session">, { title: string; more: string }> = {
  unreachable: {
    title: "The server could not be reached.",
    more: "Nothing is lost: what you wrote stands here, and a draft of it is kept in this browser. Save again in a moment.",
  },
  broken: {
    title: "The server could not save it.",
    more: "Nothing is lost: what you wrote stands here, and a draft of it is kept in this browser. Try again, or reload the page and restore the draft.",
  },
};

/** Says why a save did not arrive, and that nothing is lost by it. */
export function TroubleNotice({ trouble }: { trouble: Trouble }) {
  const path = usePathname();
  if (trouble !== "session") {
    return (
      <Notice tone="bad" title={words[trouble].title}>
        {words[trouble].more}
      </Notice>
    );
  }
  return (
    <Notice
      tone="bad"
      title="Your session has ended."
      action={
        <a
          href={`/sign-in?${new URLSearchParams({ callbackUrl: path })}`}
          target="_blank"
          rel="noopener"
          className="font-semibold text-accent underline underline-offset-[0.2em]"
        >
          Sign in again
        </a>
      }
    >
      Nothing is lost: what you wrote stands here, and a draft of it is kept in this browser. Sign in in the new tab,
      come back and save; or restore the draft there.
    </Notice>
  );
}
