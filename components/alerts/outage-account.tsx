import { Milestones } from "#components/alerts/milestones";
import { Phrases } from "#components/alerts/phrases";
import { CodedWords } from "#components/signatures/plain-words";
import { instantText, zoneText } from "#components/ui/instant-text";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { entryWords } from "#lib/alerts/entry-words";
import type { Milestone } from "#lib/alerts/milestones";
import type { AlertView, EntryView } from "#lib/alerts/views";

type OutageAccountProps = {
  alert: AlertView;
  entries: readonly EntryView[];
  milestones: readonly Milestone[];
  timeZone: string;
};

/** What happened, for those who must explain it: made to be printed, with every time in one zone. */
export function OutageAccount({ alert, entries, milestones, timeZone }: OutageAccountProps) {
  const { customerImpact, cause, remedy } = alert;
  return (
    <>
      <Section title="What customers saw">
        <p className="max-w-[44rem]">{customerImpact ?? "Nobody has said what customers saw of it."}</p>
      </Section>
      <Section title="When" note={`times in ${zoneText(timeZone)}`}>
        <Milestones milestones={milestones} timeZone={timeZone} />
      </Section>
      <div className="grid gap-x-11 sm:grid-cols-2">
        <Section title="What it was">
          <p>
            <CodedWords text={cause ?? "Nobody has written it down."} />
          </p>
        </Section>
        <Section title="What worked">
          <p>
            <CodedWords text={remedy ?? "Nobody has written it down."} />
          </p>
        </Section>
      </div>
      <Missed alert={alert} />
      <Section title="Minute by minute" note={zoneText(timeZone)}>
        <ol className="rows border-b">
          {entries.map((entry) => (
            <li key={entry.id} className="grid grid-cols-[9.5rem_minmax(0,1fr)] gap-x-4 py-1.5 max-sm:grid-cols-1">
              <time dateTime={entry.at} className="text-ink-faint text-small">
                {instantText(entry.at, timeZone, "moment")}
              </time>
              <span className="wrap-anywhere">
                <Phrases phrases={entryWords(entry)} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

/** What whoever was there missed in the briefing: work for the owners of the service. */
function Missed({ alert: { reviews, service } }: { alert: AlertView }) {
  const missed = reviews.filter(({ missing }) => missing !== null);
  if (missed.length === 0) return null;
  return (
    <Section
      title="What the briefing lacked"
      action={service && <Link href={`/services/${service.slug}/documents`}>Write it</Link>}
    >
      <ul className="rows border-b">
        {missed.map(({ person, missing }) => (
          <li key={person.id} className="py-1.5">
            <span className="wrap-anywhere whitespace-pre-wrap">“{missing}”</span>{" "}
            <span className="text-ink-faint text-small">{person.name}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
