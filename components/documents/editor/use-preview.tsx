"use client";

import { useEffect, useState } from "react";
import type { Rendered } from "#lib/documents/markdown/render";
import type { DocumentKind } from "#lib/documents/views";

const pauseMilliseconds = 250;

/** The text as its page would show it, asked of the server when the typing rests; only the last answer counts. */
export function usePreview(kind: DocumentKind, text: string, isWanted: boolean) {
  const [shown, setShown] = useState<{ of: string; rendered: Rendered }>();
  const [failure, setFailure] = useState<{ of: string; why: string }>();
  const isStale = shown?.of !== text;

  useEffect(() => {
    if (!isStale || !isWanted) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      ask(kind, text, asking.signal).then(
        (rendered) => setShown({ of: text, rendered }),
        (error: unknown) => {
          if (!asking.signal.aborted) setFailure({ of: text, why: error instanceof Refused ? error.message : unheard });
        },
      );
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [kind, text, isStale, isWanted]);

  return { rendered: shown?.rendered, why: isStale && failure?.of === text ? failure.why : undefined };
}

const unheard = "The preview could not be fetched. It comes back by itself when you type on.";

class Refused extends Error {}

async function ask(kind: DocumentKind, body: string, signal: AbortSignal): Promise<Rendered> {
  const headers = { "content-type": "application/json" };
  const response = await fetch("/api/documents/preview", {
    ...{ method: "POST", headers, signal },
    body: JSON.stringify({ kind, body }),
  });
  if (response.ok) return response.json();
  if (response.status === 401) throw new Refused("Your session has ended: sign in again in another tab.");
  const answer = await response.json().catch(() => undefined);
  throw new Refused(answer?.errors?.[0]?.message ?? answer?.detail ?? unheard);
}
