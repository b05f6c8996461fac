import { Marked } from "#components/search/marked";
import type { Excerpt as Pieces } from "#lib/search/excerpt";

/** Words around those that were sought, in a line of its own. */
export function Excerpt({ excerpt }: { excerpt: Pieces }) {
  return (
    <p className="wrap-anywhere w-full max-w-[52rem] text-ink-soft text-small">
      <Marked pieces={excerpt} />
    </p>
  );
}
