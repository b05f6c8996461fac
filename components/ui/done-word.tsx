"use client";

import { useRef } from "react";
import { useDoneWord } from "#components/ui/use-done-word";

/** Leads the reader to what was just done, said in the status that it stands in. */
export function DoneWord() {
  const here = useRef<HTMLSpanElement>(null);
  useDoneWord(() => here.current?.closest<HTMLElement>("[role=status]")?.focus());
  return <span ref={here} hidden />;
}
