"use client";

import { useEffect, useState } from "react";
import { type Draft, typedInput } from "#lib/rotations/editor/draft";
import type { PreviewAnswer } from "#lib/rotations/editor/preview";

const pauseMilliseconds = 350;

type Place = { rotation?: string | undefined; team?: string | undefined };

/** Asks the server what follows from the draft once nobody has changed it for a moment; only the last answer counts. */
export function usePreview(place: Place, draft: Draft, first: PreviewAnswer | null) {
  const wanted = JSON.stringify({ ...place, draft: typedInput(draft) });
  const [shown, setShown] = useState({ of: first ? wanted : "", answer: first });
  const [failed, setFailed] = useState("");
  const [tries, setTries] = useState(0);
  const isStale = shown.of !== wanted;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again
  useEffect(() => {
    if (!isStale) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      ask(wanted, asking.signal).then(
        (answer) => setShown({ of: wanted, answer }),
        () => asking.signal.aborted || setFailed(wanted),
      );
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [wanted, isStale, tries]);

  return {
    answer: shown.answer,
    isStale,
    hasFailed: isStale && failed === wanted,
    retry() {
      setFailed("");
      setTries(tries + 1);
    },
  };
}

async function ask(body: string, signal: AbortSignal): Promise<PreviewAnswer> {
  const headers = { "content-type": "application/json" };
  const response = await fetch("/api/rotations/preview", { method: "POST", headers, body, signal });
  if (!response.ok) throw new Error(`The preview was answered with ${response.status}.`);
  return response.json();
}
