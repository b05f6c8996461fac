"use client";

import { Check, Copy, TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useHydrated } from "#components/ui/use-hydrated";
import { copiedCode } from "#lib/documents/markdown/copied-code";

const saidForMilliseconds = 2000;
const words = { copied: "Copied", failed: "Select and copy by hand" };
const icons = { copied: Check, failed: TriangleAlert, none: Copy };

/** Copies the code that it stands beside. It appears only where it can work: with JavaScript. */
export function CopyCode() {
  const isHydrated = useHydrated();
  const button = useRef<HTMLButtonElement>(null);
  const [outcome, setOutcome] = useState<keyof typeof words>();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), saidForMilliseconds);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    const block = button.current?.parentElement;
    const code = copiedCode(block?.querySelector("code")?.textContent ?? "", block?.dataset.language);
    await navigator.clipboard.writeText(code).then(
      () => setOutcome("copied"),
      () => setOutcome("failed"),
    );
  }

  if (!isHydrated) return null;
  const Icon = icons[outcome ?? "none"];
  return (
    <button ref={button} type="button" onClick={copy} title={outcome ? words[outcome] : "Copy"}>
      <Icon aria-hidden="true" />
      <span className="sr-only" aria-live="polite">
        {outcome ? words[outcome] : "Copy this code"}
      </span>
    </button>
  );
}
