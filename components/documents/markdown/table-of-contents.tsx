import { entriesOf } from "#lib/documents/markdown/contents";
import type { Outline } from "#lib/documents/outline";

type TableOfContentsProps = {
  outline: Outline;
  /** The title of the page; a first heading that only repeats it is left out. */
  title?: string;
  label?: string;
};

/** The headings of a document as links, indented as they belong to each other; nothing when there are fewer than two. */
export function TableOfContents({ outline, title, label = "On this page" }: TableOfContentsProps) {
  const entries = entriesOf(outline, title);
  if (entries.length < 2) return null;
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
