"use client";

import { type RefObject, useEffect, useState } from "react";
import { paletteOf, whenPaletteChanges } from "#components/documents/markdown/palette";

type DiagramState = { is: "waiting" } | { is: "drawn"; height: number } | { is: "failed"; why: string };

type Answer = { kind: "ready" } | { kind: "drawn"; height: number } | { kind: "failed"; why: string };

const longestMilliseconds = 20_000;
const tallest = 4_000;

// The frame has no origin, so a browser keeps nothing for it: the page fetches the library once and hands it in.
const libraries = new Map<string, Promise<string>>();

function fetchLibrary(address: string): Promise<string> {
  const known = libraries.get(address);
  if (known !== undefined) return known;
  const library = fetch(address).then((response) => {
    if (!response.ok) throw new Error(`The drawing library answered ${response.status}.`);
    return response.text();
  });
  library.catch(() => libraries.delete(address));
  libraries.set(address, library);
  return library;
}

/** Draws `source` in the frame once it is near the window, and again when the theme changes. */
export function useDiagram(frame: RefObject<HTMLIFrameElement | null>, source: string, library: string) {
  const [state, setState] = useState<DiagramState>({ is: "waiting" });
  const [isNear, setNear] = useState(false);

  useEffect(() => {
    const element = frame.current;
    if (!element || isNear) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: "600px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, isNear]);

  useEffect(() => {
    const element = frame.current;
    if (!element || !isNear) return;
    let isReady = false;
    const fail = (why: string) => setState({ is: "failed", why });
    const timer = setTimeout(() => fail("It took too long."), longestMilliseconds);
    const post = (message: object) => element.contentWindow?.postMessage(message, "*");
    const draw = () => isReady && post({ kind: "draw", source, palette: paletteOf(element) });

    async function hear({ source: sender, data }: MessageEvent<Answer>) {
      if (sender !== element?.contentWindow || typeof data !== "object") return;
      if (data.kind === "ready") {
        try {
          post({ kind: "library", text: await fetchLibrary(library) });
          isReady = true;
          draw();
        } catch {
          fail("The drawing library could not be loaded.");
        }
        return;
      }
      clearTimeout(timer);
      if (data.kind === "drawn")
        setState({ is: "drawn", height: Math.min(tallest, Math.ceil(Number(data.height) || 0)) });
      if (data.kind === "failed") fail(String(data.why).slice(0, 600));
    }

    addEventListener("message", hear);
    const stop = whenPaletteChanges(draw);
    return () => {
      removeEventListener("message", hear);
      stop();
      clearTimeout(timer);
    };
  }, [frame, isNear, source, library]);

  return { state, isNear };
}
