"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "#components/ui/button";
import { useHydrated } from "#components/ui/use-hydrated";

type CopyButtonProps = Omit<ButtonProps, "onClick" | "children"> & { text: string; label?: string };

const saidForMilliseconds = 2000;

/** Copies `text`. It appears only where it can work: with JavaScript. */
export function CopyButton({ text, label = "Copy", variant = "quiet", size = "small", ...props }: CopyButtonProps) {
  const isHydrated = useHydrated();
  const [outcome, setOutcome] = useState<"Copied" | "Select and copy by hand">();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), saidForMilliseconds);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("Copied");
    } catch {
      setOutcome("Select and copy by hand");
    }
  }

  if (!isHydrated) return null;
  return (
    <Button {...props} variant={variant} size={size} onClick={copy}>
      {outcome === "Copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <span aria-live="polite">{outcome ?? label}</span>
    </Button>
  );
}
