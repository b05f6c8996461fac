"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { keysText, type ToolName, tools } from "#components/documents/editor/tools";
import { classNames } from "#components/ui/class-name";
import { useHydrated } from "#components/ui/use-hydrated";

type ToolbarProps = { controls: string; isReady: boolean; press: (tool: ToolName) => void };

/** The tools of the editor: one stop for Tab, and arrows within, as the ARIA practices have it. */
export function Toolbar({ controls, isReady, press }: ToolbarProps) {
  const [current, setCurrent] = useState(0);
  const isApple = useHydrated() && /Mac|iPhone|iPad/.test(navigator.platform);
  const bar = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tools.length) % tools.length;
    setCurrent(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Write"
      aria-controls={isReady ? controls : undefined}
      onKeyDown={move}
      className="flex items-center gap-0.5 overflow-x-auto px-1.5 py-1 [scrollbar-width:none]"
    >
      {tools.map(({ name, label, icon: Icon, keys, begins }, index) => (
        <button
          key={name}
          type="button"
          tabIndex={index === current ? 0 : -1}
          aria-disabled={!isReady || undefined}
          aria-keyshortcuts={keys?.replaceAll("-", "+").replace("Mod", isApple ? "Meta" : "Control")}
          title={keys ? `${label} (${keysText(keys, isApple)})` : label}
          // The selection stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setCurrent(index)}
          onClick={() => isReady && press(name)}
          className={classNames(
            "inline-flex size-8 shrink-0 items-center justify-center rounded-small text-ink-soft -outline-offset-2 hover:bg-well hover:text-ink aria-disabled:cursor-default! aria-disabled:opacity-40 touch:size-11",
            begins && "ml-2.5",
          )}
        >
          <Icon aria-hidden="true" className="size-[1.15rem]" strokeWidth={1.9} />
          <span className="sr-only">{label}</span>
        </button>
      ))}
    </div>
  );
}
