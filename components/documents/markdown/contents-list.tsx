"use client";

import type { ContentsEntry } from "#lib/documents/markdown/contents";

/** Links to headings. It stands on a page twice, and is made in the browser to be sent short. */
export function ContentsList({ entries, label }: { entries: readonly ContentsEntry[]; label: string }) {
  return (
    <nav aria-label={label} className="document-contents" data-screen-only="">
      <ol>
        {entries.map(({ anchor, heading, level }) => (
          <li key={anchor} data-level={level}>
            <a href={`#${anchor}`}>{heading || "Without words"}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
