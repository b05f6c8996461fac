"use client";

import { type PointerEvent, useRef, useState } from "react";

/** A row on its way: the place it comes from, and the row before which it would be put down. */
type Drag = { from: number; before: number };

const edgePixels = 60;

/**
 * Lets rows of a list be dragged into another order by their handles, by mouse, pen and finger. `move` is told once,
 * when a row is put down elsewhere. The rows stay where they are meanwhile.
 */
export function useDragOrder<List extends HTMLElement>(move: (from: number, to: number) => void) {
  const list = useRef<List>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  function rowAfter(y: number): number {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    return rows.filter(({ top, height }) => y > top + height / 2).length;
  }

  const handleOf = (index: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, before: index });
    },
    onPointerMove({ clientY }: PointerEvent<HTMLElement>) {
      if (!drag) return;
      scrollAtEdge(clientY);
      setDrag({ from: drag.from, before: rowAfter(clientY) });
    },
    onPointerUp() {
      if (drag) {
        // Once the row is gone from its place, those after it stand one place earlier.
        const to = drag.before > drag.from ? drag.before - 1 : drag.before;
        if (to !== drag.from) move(drag.from, to);
      }
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });

  return { list, drag, handleOf };
}

function scrollAtEdge(y: number) {
  if (y < edgePixels) window.scrollBy({ top: -12 });
  if (y > window.innerHeight - edgePixels) window.scrollBy({ top: 12 });
}
