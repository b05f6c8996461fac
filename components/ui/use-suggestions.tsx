"use client";

import { useEffect, useRef, useState } from "react";

export type ComboboxOption = { value: string; label: string; detail?: string };
export type Suggest = (query: string) => Promise<readonly ComboboxOption[]>;

const pauseMilliseconds = 120;

const nothing: readonly ComboboxOption[] = [];

/** Asks `suggest` when the reader pauses, and shows only the answer to what was typed last; before that, `offered`. */
export function useSuggestions(suggest: Suggest, offered = nothing) {
  const untyped = offered.length > 0 ? undefined : "Type to search.";
  const [found, setFound] = useState<readonly ComboboxOption[]>(offered);
  const [message, setMessage] = useState(untyped);
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
      setFound(offered);
      setMessage(untyped);
      return;
    }
    setMessage("Searching…");
    // Until the answer comes, nothing is offered that is not like what was typed.
    setFound((before) => before.filter((option) => isLike(option, query)));
    timer.current = setTimeout(() => void find(query), pauseMilliseconds);
  }

  return { options: found, message, ask };
}

function isLike({ label, value }: ComboboxOption, query: string): boolean {
  const text = `${label} ${value}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
