import type { ReactNode } from "react";
import { Section } from "#components/ui/section";
import type { Pages } from "#lib/coverage/noise-queries";
import { secondsWords } from "#lib/coverage/seconds-words";

/** The last quarter in three numbers, each beside the quarter before. */
export function EngagementNow({ now, before }: { now: Pages; before: Pages }) {
  return (
    <Section title="The last 91 days" note="and the 91 before">
      <dl className="grid gap-x-8 gap-y-4 border-y py-3 sm:grid-cols-3">
        <Figure
          term="Time to engage"
          note="half of the answers came within"
          now={medianWords(now)}
          before={medianWords(before)}
        />
        <Figure
          term="Answered by the delivery team"
          note="of the alerts that paged it"
          now={`${now.answered} of ${now.paged}`}
          before={`${before.answered} of ${before.paged}`}
        />
        <Figure
          term="Woke somebody for nothing"
          note="nothing to do, or no customer noticed, said somebody the morning after"
          now={neededWords(now)}
          before={neededWords(before)}
        />
      </dl>
    </Section>
  );
}

type FigureProps = { term: string; note: ReactNode; now: string; before: string };

function Figure({ term, note, now, before }: FigureProps) {
  return (
    <div>
      <dt className="text-ink-soft text-small">{term}</dt>
      <dd>
        <b className="text-large">{now}</b>
        <span className="ml-2 text-ink-faint text-small">before: {before}</span>
        <span className="block text-ink-faint text-small">{note}</span>
      </dd>
    </div>
  );
}

export const medianWords = ({ medianSeconds }: Pages) => (medianSeconds === null ? "–" : secondsWords(medianSeconds));

const neededWords = ({ needless, reviewed }: Pages) =>
  reviewed === 0 ? "none reviewed" : `${needless} of ${reviewed} reviewed`;
