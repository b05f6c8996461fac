"use client";

import { useEffect, useRef, useState } from "react";
import type { SearchItem } from "#lib/search/items";
import type { RecentItem } from "#lib/search/recent-queries";
import type { Room } from "#lib/search/rooms";

export type PaletteItem = { url: string; name: string; detail: string };
export type PaletteGroup = { label: string; items: PaletteItem[] };
type State = "idle" | "loading" | "failed";
type Offer = { recent: RecentItem[]; rooms: Room[] };

const pauseMilliseconds = 120;
const nothing: Offer = { recent: [], rooms: [] };

/** What the palette shows for what is typed: lately opened things first, then what the search answers. */
export function usePalette() {
  const [query, setQuery] = useState("");
  const [offer, setOffer] = useState(nothing);
  const [found, setFound] = useState<{ query: string; items: SearchItem[] }>({ query: "", items: [] });
  const [state, setState] = useState<State>("idle");
  const asking = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const opening = new AbortController();
    read<Offer>("/api/palette", opening.signal).then(setOffer, () => undefined);
    return () => {
      opening.abort();
      asking.current?.abort();
      clearTimeout(timer.current);
    };
  }, []);

  function ask(text: string) {
    setQuery(text);
    asking.current?.abort();
    clearTimeout(timer.current);
    const wanted = text.trim();
    if (wanted === "") {
      setState("idle");
      setFound({ query: "", items: [] });
      return;
    }
    setState("loading");
    const request = new AbortController();
    asking.current = request;
    timer.current = setTimeout(() => void find(wanted, request.signal), pauseMilliseconds);
  }

  async function find(wanted: string, signal: AbortSignal) {
    try {
      const { items } = await read<{ items: SearchItem[] }>(
        `/api/v1/search?${new URLSearchParams({ q: wanted, limit: "12" })}`,
        signal,
      );
      setFound({ query: wanted, items });
      setState("idle");
    } catch {
      if (!signal.aborted) setState("failed");
    }
  }

  return {
    query,
    ask,
    groups: groupsFor(query.trim(), offer, found.items),
    message: messageFor(query.trim(), state, found),
  };
}

async function read<Answer>(url: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}

function groupsFor(query: string, { recent, rooms }: Offer, found: SearchItem[]): PaletteGroup[] {
  const asked = query.toLowerCase();
  const groups = query
    ? [
        { label: "Found", items: found.map(foundItem) },
        { label: "Go to", items: rooms.filter(({ name }) => name.toLowerCase().includes(asked)).map(roomItem) },
      ]
    : [
        { label: "Opened lately", items: recent.map((item) => itemOf(item)) },
        { label: "Go to", items: rooms.map(roomItem) },
      ];
  return groups.filter(({ items }) => items.length > 0);
}

const roomItem = ({ name, url }: Room): PaletteItem => ({ name, url, detail: "" });

function itemOf({ kind, name, hint, url }: RecentItem, why?: string): PaletteItem {
  return { name, url, detail: [kind, hint, why].filter(Boolean).join(" · ") };
}

function foundItem(item: SearchItem): PaletteItem {
  const words = item.excerpt?.map(({ text }) => text).join("");
  const name = item.section ? `${item.name} › ${item.section}` : item.name;
  return { ...itemOf(item, words ?? item.why), name };
}

function messageFor(query: string, state: State, found: { query: string; items: SearchItem[] }): string {
  if (query === "") return "Type a name or what a runbook says, or paste an error.";
  if (state === "failed") return "The search did not answer. Type again to retry.";
  if (state === "loading" || found.query !== query) return "Searching…";
  if (found.items.length === 0) return `Nothing is like “${query}”.`;
  return found.items.length === 1 ? "1 thing found." : `${found.items.length} things found, best first.`;
}
