import type { CSSProperties } from "react";
import { classNames } from "#components/ui/class-name";
import { checkDefinition, checks, levels, levelWords } from "#lib/coverage/checks";
import type { CheckShare } from "#lib/coverage/masks";
import type { MatrixHeads } from "#lib/coverage/matrix-queries";

/** The kinds that begin the columns of a level, where a hairline parts it from the one before. */
export const firstOfLevel = new Set(levels.map((level) => checks.find((check) => check.level === level)?.kind));

/** What each column asks, with the share of services that meet it: the more, the deeper its shade. */
export function MatrixHead({ heads }: { heads: MatrixHeads }) {
  return (
    <thead className="sticky top-0 z-10 bg-paper max-xl:sr-only print:static! print:not-sr-only! print:table-header-group!">
      <tr className="text-ink-faint text-small">
        <td className="w-full" />
        <td />
        {levels.map((level) => (
          <th
            key={level}
            scope="colgroup"
            colSpan={checks.filter((check) => check.level === level).length}
            className="border-l pt-1.5 pl-1.5 text-left font-semibold text-ink"
          >
            {levelWords[level].name}
          </th>
        ))}
      </tr>
      <tr className="align-bottom text-ink-faint text-small">
        <th scope="col" className="pr-4 pb-1 text-left font-normal">
          Service
        </th>
        <th scope="col" className="pr-3 pb-1 text-left font-normal">
          Level
        </th>
        {heads.shares.map((share) => (
          <CheckHead key={share.check} share={share} total={heads.total} />
        ))}
      </tr>
    </thead>
  );
}

function CheckHead({ share, total }: { share: CheckShare; total: number }) {
  const { label, asks } = checkDefinition(share.check);
  const met = total === 0 ? 0 : share.met / total;
  const words = `${share.met} of ${total} met, ${share.notMet} not met, ${share.unmeasured} not measured`;
  return (
    <th
      scope="col"
      title={`${asks}: ${words}`}
      style={{ "--share": `${Math.round(met * 40)}%` } as CSSProperties}
      className={classNames(
        "bg-[color-mix(in_oklch,var(--starboard)_var(--share),transparent)] px-0.5 pb-1 text-center font-normal text-ink [print-color-adjust:exact] print:px-0",
        firstOfLevel.has(share.check) && "border-l",
      )}
    >
      <span className="mx-auto block h-24 rotate-180 print:text-[8pt] text-left leading-5 [writing-mode:vertical-rl]">
        {label}
      </span>
      <span className="mt-1 block min-w-7 text-[0.75rem] tabular-nums print:min-w-5 print:text-[8pt]">
        {wholePercent(share.met, total)}
        <span className="sr-only"> % met</span>
      </span>
    </th>
  );
}

/** In whole per cent, never rounded up to all nor down to none; the head of the matrix says of what. */
function wholePercent(part: number, whole: number): string {
  if (whole === 0) return "–";
  if (part === 0 || part === whole) return part === 0 ? "0" : "100";
  return String(Math.min(99, Math.max(1, Math.round((part / whole) * 100))));
}
