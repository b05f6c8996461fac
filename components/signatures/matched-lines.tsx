import { Marked } from "#components/search/marked";
import { markedLines } from "#lib/signatures/marking";
import type { Range } from "#lib/signatures/pattern";

type MatchedLinesProps = { text: string; ranges: readonly Range[]; most?: number };

/** The lines of a text that match, with their numbers and the matching words marked. */
export function MatchedLines({ text, ranges, most = 4 }: MatchedLinesProps) {
  const lines = markedLines(text, ranges, most);
  const left = new Set(ranges.map(({ line }) => line)).size - lines.length;
  return (
    <div className="overflow-hidden rounded-control bg-well py-1.5 font-mono text-small">
      {lines.map(({ line, pieces }) => (
        <div key={line} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2.5 px-1.5 py-px">
          <span className="text-right text-ink-faint tabular-nums">
            <span className="sr-only">Line </span>
            {line}
          </span>
          <span className="wrap-anywhere whitespace-pre-wrap">
            <Marked pieces={pieces} />
          </span>
        </div>
      ))}
      {left > 0 && <p className="pl-12 text-ink-faint">and {left === 1 ? "one more line" : `${left} more lines`}</p>}
    </div>
  );
}
