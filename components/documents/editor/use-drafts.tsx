"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { browserTime, listDrafts, removeDraft, storeDraft } from "#components/documents/editor/draft-store";
import {
  type DraftFields,
  type DraftPlace,
  draftKey,
  isSameFields,
  type StoredDraft,
  worthOffering,
} from "#lib/documents/editor/drafts";

const pauseMilliseconds = 400;
const channelName = "watchbill-drafts";

export type KeptState = { is: "nothing" } | { is: "kept"; at: string } | { is: "failed" };
/** A draft that is not in front of the person; `isElsewhere` when another page is writing it now. */
export type OfferedDraft = StoredDraft & { isElsewhere: boolean };
type Told = { document: string; tab: string };

/**
 * Keeps what is typed in this browser within a second, and finds what was kept before. `known` is what the server
 * has; `read` gives what stands in the form now and the revision that it is based on.
 */
export function useDrafts(place: DraftPlace, known: DraftFields, read: () => Typed | undefined) {
  const [tab] = useState(() => Math.random().toString(36).slice(2));
  const [kept, setKept] = useState<KeptState>({ is: "nothing" });
  const [offered, setOffered] = useState<OfferedDraft[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const channel = useRef<BroadcastChannel>(undefined);
  const own = useRef<string>(undefined);
  const isOver = useRef(false);

  const find = useEffectEvent(async (elsewhere?: string) => {
    const others = (await listDrafts(place)).filter((draft) => draft.tab !== tab);
    const now = read()?.fields ?? known;
    setOffered((before) => {
      const live = new Set(before.filter((draft) => draft.isElsewhere).map((draft) => draft.tab));
      if (elsewhere) live.add(elsewhere);
      return worthOffering(others, known)
        .filter(({ fields }) => !isSameFields(fields, now))
        .map((draft) => ({ ...draft, isElsewhere: live.has(draft.tab) }));
    });
  });

  async function keepNow() {
    clearTimeout(timer.current);
    timer.current = undefined;
    const typed = read();
    if (!typed || isOver.current) return;
    const key = draftKey(place, typed.baseRevision, tab);
    const before = own.current;
    if (isSameFields(typed.fields, known)) {
      if (before) await removeDraft(before);
      own.current = undefined;
      setKept({ is: "nothing" });
    } else {
      const at = browserTime();
      own.current = key;
      await storeDraft({ ...{ key, tab, at }, ...typed }).then(
        () => setKept({ is: "kept", at }),
        () => setKept({ is: "failed" }),
      );
      if (before && before !== key) await removeDraft(before);
    }
    channel.current?.postMessage({ document: place.document, tab } satisfies Told);
  }

  function keepSoon() {
    timer.current ??= setTimeout(() => void keepNow(), pauseMilliseconds);
  }

  const hurry = useEffectEvent(() => {
    if (timer.current !== undefined) void keepNow();
  });

  useEffect(() => {
    const listening = new AbortController();
    void find();
    if ("BroadcastChannel" in window) {
      channel.current = new BroadcastChannel(channelName);
      channel.current.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data.document === place.document) void find(data.tab);
      };
    }
    document.addEventListener("visibilitychange", () => document.hidden && hurry(), { signal: listening.signal });
    window.addEventListener("pagehide", () => hurry(), { signal: listening.signal });
    return () => {
      hurry();
      listening.abort();
      channel.current?.close();
    };
  }, [place.document]);

  async function remove(draft: StoredDraft) {
    setOffered((drafts) => drafts.filter(({ key }) => key !== draft.key));
    await removeDraft(draft.key);
  }

  return {
    ...{ kept, offered, keepNow, keepSoon, remove },
    /** The draft is in the form now: it is kept as this page's own, and no longer offered. */
    async adopt(draft: StoredDraft) {
      await keepNow();
      await remove(draft);
    },
    /** What was typed is saved: nothing of it stays here. */
    async letGo() {
      isOver.current = true;
      clearTimeout(timer.current);
      if (own.current) await removeDraft(own.current);
      channel.current?.postMessage({ document: place.document, tab } satisfies Told);
    },
    /** It is not saved after all. */
    takeUp() {
      isOver.current = false;
    },
  };
}

export type Typed = { fields: DraftFields; baseRevision: number | null };
