"use client";

import { type ReactNode, useEffect, useRef } from "react";

type GraphFrameProps = { middle: { x: number; y: number } | undefined; children: ReactNode };

/** A window on a drawing that may be larger than the screen. It opens with the middle of the drawing in view. */
export function GraphFrame({ middle, children }: GraphFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { x, y } = middle ?? {};
  useEffect(() => {
    const window = frame.current;
    if (window && x !== undefined && y !== undefined) {
      window.scrollTo(x - window.clientWidth / 2, y - window.clientHeight / 2);
    }
  }, [x, y]);

  return (
    <div
      ref={frame}
      className="max-h-[min(48rem,85vh)] overflow-auto overscroll-x-contain rounded-control border bg-paper print:max-h-none print:overflow-visible"
    >
      {children}
    </div>
  );
}
