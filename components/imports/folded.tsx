import type { ReactNode } from "react";

const shownAtOnce = 12;
const mostFolded = 500;

type FoldedProps<Item> = {
  items: readonly Item[];
  /** What the rest is called: `documents`, `services`. */
  noun: string;
  children: (items: readonly Item[]) => ReactNode;
};

/** A list of which the first lines show and the rest unfolds; of a very long one the end is only counted. */
export function Folded<Item>({ items, noun, children }: FoldedProps<Item>) {
  const rest = items.slice(shownAtOnce, mostFolded);
  const beyond = items.length - mostFolded;
  return (
    <>
      {children(items.slice(0, shownAtOnce))}
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer border-t py-2 text-small text-accent hover:underline touch:py-3">
            {(items.length - shownAtOnce).toLocaleString("en")} more {noun}
          </summary>
          {children(rest)}
          {beyond > 0 && (
            <p className="border-t py-2 text-ink-faint text-small">
              and {beyond.toLocaleString("en")} more that are not shown here
            </p>
          )}
        </details>
      )}
    </>
  );
}
