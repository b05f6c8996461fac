"use client";

import { unstable_rethrow } from "next/navigation";
import { useState, useTransition } from "react";
import { idle } from "#components/ui/form-context";
import type { FormState } from "#lib/form-state";

/** Why a save did not reach the server, or could not be told from one that did not. */
export type Trouble = "session" | "unreachable" | "broken";

type Saving = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Before it is sent: so that it survives whatever happens. */
  onSend: () => Promise<void>;
  /** It is stored, and the browser is on its way to another page. */
  onSaved: () => Promise<void>;
  onAnswer: (state: FormState) => void;
};

/** Sends the form so that nothing on the page is lost by it: an ended session and a dead line leave it as it is. */
export function useSaving({ action, onSend, onSaved, onAnswer }: Saving) {
  const [isPending, startTransition] = useTransition();
  const [isSaved, setSaved] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();

  function send(form: FormData) {
    if (isPending) return;
    setTrouble(undefined);
    startTransition(async () => {
      await onSend();
      const session = await askSession();
      if (session !== "good") return setTrouble(session);
      try {
        onAnswer(await action(idle, form));
      } catch (error) {
        const target = targetOf(error);
        if (target === undefined) return setTrouble(error instanceof TypeError ? "unreachable" : "broken");
        if (!target.startsWith("/sign-in")) {
          setSaved(true);
          await onSaved();
        }
        unstable_rethrow(error);
      }
    });
  }

  return { send, isPending, isSaved, trouble };
}

async function askSession(): Promise<"good" | "session" | "unreachable"> {
  const answer = await fetch("/api/documents/session", { cache: "no-store" }).catch(() => undefined);
  if (!answer) return "unreachable";
  return answer.status === 401 ? "session" : "good";
}

/** Where a redirect leads, which Next.js throws; undefined for anything else. */
function targetOf(error: unknown): string | undefined {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  const [name, , target] = digest.split(";");
  return name === "NEXT_REDIRECT" ? target : undefined;
}
