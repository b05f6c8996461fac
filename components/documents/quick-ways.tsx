import { QuickWayLinks } from "#components/documents/quick-way-links";
import { firstToDo } from "#lib/documents/first-to-do";
import { entriesOf } from "#lib/documents/markdown/contents";
import type { Outline } from "#lib/documents/outline";

/** Above everything else: what to do first and, on a phone, the contents behind one tap. */
export function QuickWays({ outline, title }: { outline: Outline; title: string }) {
  const first = firstToDo(outline);
  const hasContents = outline.sections.filter(({ depth }) => depth > 0).length > 1;
  if (!first && !hasContents) return null;
  return <QuickWayLinks first={first} contents={hasContents ? entriesOf(outline, title) : undefined} />;
}
