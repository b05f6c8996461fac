"use client";

import type { KeptState } from "#components/documents/editor/use-drafts";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { instantText } from "#components/ui/instant-text";
import { Kbd } from "#components/ui/kbd";
import { useHydrated } from "#components/ui/use-hydrated";

type SaveBarProps = {
  label: string;
  back: string;
  isPending: boolean;
  kept: KeptState;
  timeZone: string;
};

/** Always in sight: saving, leaving, and whether what is typed would survive this browser. */
export function SaveBar({ label, back, isPending, kept, timeZone }: SaveBarProps) {
  const isHydrated = useHydrated();
  return (
    <div className="sticky bottom-0 z-10 mt-5 flex flex-wrap items-center gap-x-3 gap-y-1 border-t bg-paper py-3">
      <Button type="submit" variant="primary" isPending={isPending}>
        {label}
      </Button>
      <ButtonLink href={back} variant="quiet">
        Cancel
      </ButtonLink>
      {isHydrated && (
        <span className="ml-auto flex items-baseline gap-3 text-ink-faint text-small">
          <span>{keptWords(kept, timeZone)}</span>
          <span className="touch:hidden">
            <Kbd keys={["Mod", "S"]} /> saves
          </span>
        </span>
      )}
    </div>
  );
}

function keptWords(kept: KeptState, timeZone: string): string {
  if (kept.is === "kept") return `Draft kept here, ${instantText(kept.at, timeZone, "time")}`;
  return kept.is === "failed" ? "This browser has no room for a draft: save soon" : "";
}
