import { ChevronDown } from "lucide-react";
import { checkDefinition, levels, levelWords } from "#lib/coverage/checks";
import { shareText } from "#lib/coverage/level-words";
import type { MatrixHeads } from "#lib/coverage/matrix-queries";

/** The heads of the matrix where it has no columns: every check with the share that meets it. */
export function CheckShares({ heads: { shares, total } }: { heads: MatrixHeads }) {
  return (
    <details className="group mb-2 border-y xl:hidden print:hidden">
      <summary className="flex min-h-11 items-center justify-between">
        How each check stands
        <ChevronDown aria-hidden="true" className="size-4 text-ink-faint group-open:rotate-180" />
      </summary>
      <div className="grid gap-x-8 gap-y-4 pt-1 pb-4 sm:grid-cols-2">
        {levels.map((level) => (
          <section key={level} aria-label={levelWords[level].name}>
            <h3 className="font-semibold text-small">{levelWords[level].name}</h3>
            <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
              {shares
                .filter(({ check }) => checkDefinition(check).level === level)
                .map(({ check, met, unmeasured }) => (
                  <div key={check} className="col-span-2 grid grid-cols-subgrid border-t py-1.5 text-small">
                    <dt>{checkDefinition(check).asks}</dt>
                    <dd className="text-right">
                      {shareText(met, total)}
                      {unmeasured > 0 && <span className="block text-ink-faint">{unmeasured} not measured</span>}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </details>
  );
}
