"use client";

import { useEffect, useRef, useState } from "react";

export type ComboboxOption = { value: string; label: string; detail?: string };
export type Suggest = (query: string) => Promise<readonly ComboboxOption[]>;

const pauseMilliseconds = 120;

/** Asks `suggest` when the reader pauses, and shows only the answer to what was typed last. */
export function useSuggestions(suggest: Suggest) {
  const [found, setFound] = useState<readonly ComboboxOption[]>([]);
  const [message, setMessage] = useState<string | undefined>("Type to search.");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef("");

  useEffect(() => () => clearTimeout(timer.current), []);

  async function find(query: string) {
    try {
      const answer = await suggest(query);
      if (latest.current !== query) return;
      setFound(answer);
      setMessage(answer.length > 0 ? undefined : `Nothing is called “${query}”.`);
    } catch {
      if (latest.current === query) setMessage("The search did not answer. Type again to retry.");
    }
  }

  function ask(text: string) {
    const query = text.trim();
    latest.current = query;
    clearTimeout(timer.current);
    if (query === "") {
      setFound([]);
      setMessage("Type to search.");
      return;
    }
    setMessage("Searching…");
    timer.current = setTimeout(() => void find(query), pauseMilliseconds);
  }

  return { options: found, message, ask };
}
