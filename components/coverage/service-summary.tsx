import { CheckMark } from "#components/coverage/check-mark";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { checks, levels, levelWords, stateIn } from "#lib/coverage/checks";
import { reachedWords } from "#lib/coverage/level-words";
import type { CoverageSummary } from "#lib/coverage/summary-queries";

type ServiceSummaryProps = { slug: string; summary: CoverageSummary };

/** How far a service is covered, level by level, for the side of its page. */
export function ServiceSummary({ slug, summary }: ServiceSummaryProps) {
  const words = summary.level === 0 ? "Not Owned yet" : reachedWords(summary.level);
  return (
    <Section title="Coverage" action={<Link href={`/services/${slug}/coverage`}>{words}</Link>}>
      <ul className="rows border-b">
        {levels.map((level) => {
          const marks = checks
            .filter((check) => check.level === level)
            .map(({ kind }) => ({ kind, state: stateIn(summary, kind) }));
          return (
            <li key={level} className="grid grid-cols-[5.6rem_minmax(0,1fr)_auto] items-center gap-3 py-1.75">
              {levelWords[level].name}
              <span aria-hidden="true" className="flex items-center gap-1">
                {marks.map(({ kind, state }) => (
                  <CheckMark key={kind} state={state} />
                ))}
              </span>
              <span className="text-ink-faint text-small tabular-nums">
                {marks.filter(({ state }) => state === "met").length} of {marks.length} met
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
