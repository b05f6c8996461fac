import { stateWords } from "#components/coverage/check-mark";
import { firstOfLevel } from "#components/coverage/matrix-head";
import { classNames } from "#components/ui/class-name";
import { addressWith } from "#lib/address-values";
import { checks, stateIn } from "#lib/coverage/checks";
import { reachedWords, stepsToNext } from "#lib/coverage/level-words";
import type { MatrixRow } from "#lib/coverage/matrix-queries";

type MatrixServiceRowProps = { row: MatrixRow; day: string | undefined; isTeamShown: boolean };

const and = new Intl.ListFormat("en");

/** One service: a mark in every column, or, where there is no room for them, what it lacks in words. */
export function MatrixServiceRow({ row, day, isTeamShown }: MatrixServiceRowProps) {
  const { slug, name, tier, customerFacing, team, level } = row;
  const facing = customerFacing === null ? null : customerFacing ? "customer-facing" : "internal";
  const facts = [tier && `tier ${tier}`, facing, isTeamShown && (team?.name ?? "nobody owns it")].filter(Boolean);
  return (
    <tr className="border-t align-middle hover:bg-well max-xl:grid max-xl:grid-cols-[minmax(0,1fr)_auto] max-xl:gap-x-4 max-xl:py-2.5 print:table-row! print:break-inside-avoid">
      <th scope="row" className="wrap-anywhere min-w-0 py-1.5 pr-4 text-left font-normal max-xl:py-0 print:py-1!">
        <a
          href={addressWith(`/services/${slug}/coverage`, { at: day })}
          className="rounded-small font-semibold text-ink decoration-1 underline-offset-[0.18em] hover:underline"
        >
          {name}
        </a>
        {facts.length > 0 && <span className="block text-ink-faint text-small">{facts.join(" · ")}</span>}
      </th>
      <td
        className={classNames(
          "whitespace-nowrap pr-3 text-small max-xl:pr-0 print:pr-3!",
          level === null ? "text-ink-faint" : "text-ink-soft",
        )}
      >
        {reachedWords(level)}
      </td>
      <td className="col-span-2 text-ink-soft text-small xl:hidden print:hidden!">{lackWords(row)}</td>
      {checks.map(({ kind }) => {
        const state = stateIn(row, kind);
        const begins = firstOfLevel.has(kind) ? " begins" : "";
        return <td key={kind} aria-label={stateWords[state]} className={`mark ${state}${begins}`} />;
      })}
    </tr>
  );
}

function lackWords(row: MatrixRow): string {
  if (row.level === null) return "";
  const next = stepsToNext(row.level, row);
  return next ? `Lacks for ${next.name}: ${and.format(next.missing)}.` : "";
}
