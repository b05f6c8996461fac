"use client";

import { Redo2, Undo2 } from "lucide-react";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { classNames } from "#components/ui/class-name";
import { Notice } from "#components/ui/notice";
import { useHydrated } from "#components/ui/use-hydrated";
import type { PreviewAnswer } from "#lib/rotations/editor/preview";

type SaveBarProps = {
  isPending: boolean;
  /** Saving would leave gaps, and nobody has said yet that they are meant. */
  isAsking: boolean;
  preview: PreviewAnswer | null;
  back: string;
  saveLabel: string;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
};

/** Always in sight: saving, leaving it, undoing, and how many warnings there are. */
export function SaveBar({ isPending, isAsking, preview, back, saveLabel, ...history }: SaveBarProps) {
  const isHydrated = useHydrated();
  const warnings = preview?.status === "fine" ? preview.preview.warnings : [];
  const holes = warnings.filter(({ isHole }) => isHole);
  return (
    <div className="sticky bottom-0 z-10 grid gap-3 border-t bg-paper py-3">
      {isAsking && (
        <div role="alert" tabIndex={-1} data-question="">
          <Notice tone="bad" title="There would be nobody to page.">
            {holes[0]?.says} {moreWords(holes.length - 1)} Save all the same?
          </Notice>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" isPending={isPending}>
          {isAsking ? "Save all the same" : saveLabel}
        </Button>
        <ButtonLink href={back} variant="quiet">
          Cancel
        </ButtonLink>
        {!isAsking && warnings.length > 0 && (
          <span
            className={classNames(
              "text-small max-sm:order-last max-sm:w-full",
              holes.length > 0 ? "text-port" : "text-warn",
            )}
          >
            {warningWords(holes.length, warnings.length)}
          </span>
        )}
        {isHydrated && <HistoryButtons {...history} />}
      </div>
    </div>
  );
}

function moreWords(count: number): string {
  if (count < 1) return "";
  return count === 1 ? "And once otherwise." : `And in ${count} other ways.`;
}

function warningWords(holes: number, all: number): string {
  if (holes > 0) return "Leaves gaps";
  return all === 1 ? "One thing worth a second look" : `${all} things worth a second look`;
}

type HistoryButtonsProps = Pick<SaveBarProps, "undo" | "redo" | "canUndo" | "canRedo">;

function HistoryButtons({ undo, redo, canUndo, canRedo }: HistoryButtonsProps) {
  return (
    <span className="ml-auto flex">
      <Button
        variant="quiet"
        aria-label="Undo"
        title="Undo (Ctrl Z)"
        aria-disabled={!canUndo}
        className="px-2.5! aria-disabled:cursor-default! aria-disabled:opacity-35 touch:min-w-11"
        onClick={() => canUndo && undo()}
      >
        <Undo2 aria-hidden="true" />
      </Button>
      <Button
        variant="quiet"
        aria-label="Redo"
        title="Redo (Ctrl Shift Z)"
        aria-disabled={!canRedo}
        className="px-2.5! aria-disabled:cursor-default! aria-disabled:opacity-35 touch:min-w-11"
        onClick={() => canRedo && redo()}
      >
        <Redo2 aria-hidden="true" />
      </Button>
    </span>
  );
}
