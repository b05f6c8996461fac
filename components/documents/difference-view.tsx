import { classNames } from "#components/ui/class-name";
import type { Difference, DifferenceLine, WordRun } from "#lib/documents/difference";

type DifferenceViewProps = {
  difference: Difference;
  /** What stands on each side: `revision 3`, `the present text`. */
  before: string;
  after: string;
};

/**
 * Two texts and what they differ in: side by side on a desk, one below the other on a phone. Signs, strokes and lines
 * say what the colours say.
 */
export function DifferenceView({ difference, before, after }: DifferenceViewProps) {
  const { hunks, added, removed, skippedAtEnd, isTooLarge } = difference;
  if (isTooLarge)
    return (
      <p className="border-t py-2.5 text-ink-soft">
        The two differ in so much that a comparison by lines would say nothing. Open each of them instead.
      </p>
    );
  if (hunks.length === 0) return <p className="border-t py-2.5 text-ink-soft">The text of both is the same.</p>;
  return (
    <section aria-label={`What changed from ${before} to ${after}`} className="min-w-0">
      <p className="mb-2 flex flex-wrap gap-x-4 text-ink-faint text-small">
        <span>{countOf(removed, "line")} taken away (−)</span>
        <span>{countOf(added, "line")} added (+)</span>
        <span className="lg:hidden">
          from {before} to {after}
        </span>
      </p>
      <div
        aria-hidden="true"
        className="hidden grid-cols-2 gap-x-6 font-semibold text-ink-faint text-small lg:grid print:hidden"
      >
        <p>{before}</p>
        <p>{after}</p>
      </div>
      <div className="border-y font-mono text-small leading-relaxed">
        {hunks.map((hunk, index) => (
          <div key={hunk.lines[0]?.before ?? `+${hunk.lines[0]?.after}`} id={`change-${index + 1}`}>
            <Skipped lines={hunk.skipped} />
            {blocksOf(hunk.lines).map((block) => (
              <Block key={`${block[0]?.before} ${block[0]?.after}`} lines={block} />
            ))}
          </div>
        ))}
        <Skipped lines={skippedAtEnd} />
      </div>
    </section>
  );
}

function Skipped({ lines }: { lines: number }) {
  if (lines === 0) return null;
  return (
    <p className="border-y bg-well px-2 py-1 font-sans text-ink-faint first:border-t-0 last:border-b-0">
      {countOf(lines, "line")} the same
    </p>
  );
}

/** Lines that stay, or a run of lines that took the place of others. */
function Block({ lines }: { lines: readonly DifferenceLine[] }) {
  if (lines[0]?.kind === "same") return lines.map((line) => <SameLine key={line.after} line={line} />);
  const removed = lines.filter(({ kind }) => kind === "removed");
  const added = lines.filter(({ kind }) => kind === "added");
  return (
    <div className="grid lg:grid-cols-2 lg:gap-x-6">
      {removed.map((line, index) => (
        <del key={line.before} className={`${sideStyle} lg:col-start-1 bg-port-wash no-underline`} style={rowOf(index)}>
          <Gutter sign="−" word="taken away" number={line.before} />
          <Words runs={line.words} isRemoved />
        </del>
      ))}
      {added.map((line, index) => (
        <ins
          key={line.after}
          className={`${sideStyle} lg:col-start-2 bg-starboard-wash no-underline`}
          style={rowOf(index)}
        >
          <Gutter sign="+" word="added" number={line.after} />
          <Words runs={line.words} />
        </ins>
      ))}
    </div>
  );
}

const sideStyle = "grid grid-cols-[4rem_minmax(0,1fr)] text-ink lg:[grid-row:var(--row)]";
const rowOf = (index: number) => ({ "--row": index + 1 }) as React.CSSProperties;

function SameLine({ line }: { line: DifferenceLine }) {
  return (
    <div className="grid lg:grid-cols-2 lg:gap-x-6">
      <div aria-hidden="true" className="hidden grid-cols-[4rem_minmax(0,1fr)] text-ink-soft lg:grid print:hidden">
        <Gutter number={line.before} />
        <Words runs={line.words} />
      </div>
      <div className="grid grid-cols-[4rem_minmax(0,1fr)] text-ink-soft">
        <Gutter number={line.after} />
        <Words runs={line.words} />
      </div>
    </div>
  );
}

function Gutter({ sign, word, number }: { sign?: string; word?: string; number: number | null }) {
  return (
    <span className="select-none pr-2.5 text-right text-ink-faint tabular-nums">
      {word && <span className="sr-only">{word}: line </span>}
      {number}
      <span aria-hidden="true" className="ml-1.5 inline-block w-2 text-ink">
        {sign}
      </span>
    </span>
  );
}

function Words({ runs, isRemoved = false }: { runs: readonly WordRun[]; isRemoved?: boolean }) {
  return (
    <span className="wrap-anywhere min-w-0 whitespace-pre-wrap pr-1">
      {runs.map((run, index) =>
        run.isChanged ? (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: runs of a line have their place and nothing else
            key={index}
            className={classNames(
              "font-semibold decoration-1",
              isRemoved ? "text-port line-through" : "text-starboard underline underline-offset-[0.2em]",
            )}
          >
            {run.text}
          </span>
        ) : (
          run.text
        ),
      )}
    </span>
  );
}

/** Cuts the lines of a hunk into runs of lines that stay and runs of lines that changed. */
function blocksOf(lines: readonly DifferenceLine[]): DifferenceLine[][] {
  const blocks: DifferenceLine[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && (last[0]?.kind === "same") === (line.kind === "same")) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

const countOf = (count: number, noun: string) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
