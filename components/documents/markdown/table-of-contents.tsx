import { ContentsList } from "#components/documents/markdown/contents-list";
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
  return entries.length < 2 ? null : <ContentsList entries={entries} label={label} />;
}
