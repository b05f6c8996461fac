import { Link } from "#components/ui/link";
import { reachedWords, shareText } from "#lib/coverage/level-words";
import { levelShades } from "#lib/coverage/trend-drawing";

type LevelBarProps = {
  /** How many services stand at level 0 to 4, and how many nobody has measured. */
  levels: readonly number[];
  unmeasured: number;
  /** Where the services of one level are shown. */
  hrefOf: (level: string) => string;
};

/** How many services stand at each level, the furthest first: a bar, and the same in words that lead to them. */
export function LevelBar({ levels, unmeasured, hrefOf }: LevelBarProps) {
  const total = levels.reduce((sum, count) => sum + count, unmeasured);
  const parts = [
    ...levels.map((count, level) => ({ level: level as number | null, count, shade: levelShades[level] })).toReversed(),
    ...(unmeasured > 0 ? [{ level: null, count: unmeasured, shade: "var(--well)" }] : []),
  ];
  return (
    <div className="mb-6">
      <div
        aria-hidden="true"
        className="mb-2 flex h-3 gap-px overflow-hidden rounded-full bg-well forced-color-adjust-none [print-color-adjust:exact]"
      >
        {parts.map(({ level, count, shade }) => (
          <span key={level} style={{ flexGrow: count, background: shade }} />
        ))}
      </div>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 sm:flex sm:flex-wrap">
        {parts.map(({ level, count, shade }) => (
          <li key={level} className="flex items-baseline gap-1.5">
            <span
              aria-hidden="true"
              style={{ background: shade }}
              className="size-2.5 shrink-0 rounded-[3px] ring-1 ring-line-strong forced-color-adjust-none [print-color-adjust:exact]"
            />
            <Link href={hrefOf(level === null ? "none" : String(level))} className="text-ink touch:py-1.5">
              {reachedWords(level)}
            </Link>
            <span className="text-ink-faint text-small tabular-nums">
              {count.toLocaleString("en")} <span className="sr-only">of {total.toLocaleString("en")}</span>
              {total > 0 && <span className="max-sm:hidden">· {shareText(count, total)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
