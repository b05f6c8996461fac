import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { WarningView } from "#lib/rotations/editor/warning-words";

type Warnings = { warnings: readonly WarningView[] };

/** When nobody would stand watch, and what mends it. */
export function HoleList({ warnings }: Warnings) {
  const holes = warnings.filter(({ isHole }) => isHole);
  if (holes.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {[...new Set(holes.map(({ mend }) => mend))].map((mend) => (
        <li key={mend}>
          <Notice tone="bad">
            {holes
              .filter((hole) => hole.mend === mend)
              .map(({ says }) => (
                <b key={says} className="block">
                  {says}
                </b>
              ))}
            <span className="text-ink-soft">{mend}</span>
          </Notice>
        </li>
      ))}
    </ul>
  );
}

/** What would be hard to stand for long, and what mends it. */
export function WarningList({ warnings }: Warnings) {
  const others = warnings.filter(({ isHole }) => !isHole);
  if (warnings.length === 0)
    return <p className="text-ink-soft">Nothing speaks against it: no gap, no broken night, people enough.</p>;
  if (others.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1.5 font-semibold text-ink-faint text-small">Worth a second look</h3>
      <ul className="rows">
        {others.map(({ says, mend, source }) => (
          <li key={says} className="py-1.5">
            <span className="text-warn">{says}</span>{" "}
            <span className="text-ink-soft">
              {mend}
              {source && (
                <>
                  {" "}
                  <Link href={source.href}>{source.title}</Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
