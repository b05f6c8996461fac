"use client";

import { useEffect, useRef, useState } from "react";
import type { Consequence } from "#components/rotations/editor/editor-context";
import { type Draft, isSameDraft } from "#lib/rotations/editor/draft";
import { beginHistory, changedTo, type DraftHistory, redone, undone } from "#lib/rotations/editor/draft-history";

/** The draft in the editor with everything that was there before, and the focus after each change. */
export function useDraft(begin: Draft, saved: Draft) {
  const [history, setHistory] = useState(() => beginHistory(begin));
  const [epoch, setEpoch] = useState(0);
  const [said, setSaid] = useState("");
  const wanted = useRef<readonly string[]>([]);

  useEffect(() => {
    const [found] = wanted.current.flatMap((key) => document.querySelector(`[data-focus-key="${key}"]`) ?? []);
    wanted.current = [];
    const control = found?.matches("button, input") ? found : found?.querySelector("input");
    if (control instanceof HTMLElement) control.focus();
  });

  function change(draft: Draft, field?: string, { says, focus = [] }: Consequence = {}) {
    setHistory((history) => changedTo(history, draft, field));
    setSaid(says ?? "");
    wanted.current = focus;
  }

  function turn(to: (history: DraftHistory) => DraftHistory, says: string) {
    setHistory(to);
    setEpoch((epoch) => epoch + 1);
    setSaid(says);
  }

  return {
    draft: history.present,
    epoch,
    said,
    change,
    undo: () => turn(undone, "Undone."),
    redo: () => turn(redone, "Done again."),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    isChanged: !isSameDraft(history.present, saved),
  };
}
