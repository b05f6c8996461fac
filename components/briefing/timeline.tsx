import { Fragment } from "react";
import type { Reading } from "#components/briefing/clock";
import { Part } from "#components/briefing/part";
import { Words } from "#components/briefing/words";
import { instantText } from "#components/ui/instant-text";
import { entryWords } from "#lib/alerts/entry-words";
import type { EntryView } from "#lib/alerts/views";

type TimelineProps = Reading & { entries: readonly EntryView[] };

const inSight = 12;

/** What happened, the latest first. */
export function Timeline({ entries, ...reading }: TimelineProps) {
  const latest = entries.toReversed();
  return (
    <Part id="timeline" title="What happened" note="the latest first">
      <Lines entries={latest.slice(0, inSight)} {...reading} />
      {latest.length > inSight && (
        <details className="night-more">
          <summary>{latest.length - inSight} earlier</summary>
          <Lines entries={latest.slice(inSight)} {...reading} />
        </details>
      )}
    </Part>
  );
}

/** Each day is named above its lines, but for today. */
function Lines({ entries, ...reading }: TimelineProps) {
  const days = entries.map(({ at }) => dayOf(at, reading.timeZone));
  const today = dayOf(reading.now, reading.timeZone);
  return (
    <ol className="border-t">
      {entries.map((entry, index) => (
        <Fragment key={entry.id}>
          {days[index] !== (days[index - 1] ?? today) && <li className="night-faint pt-2">{days[index]}</li>}
          <li className="night-line">
            <time dateTime={entry.at}>{instantText(entry.at, reading.timeZone, "time")}</time>
            <span>
              <Words phrases={entryWords(entry)} {...reading} />
            </span>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

const dayOf = (at: string, timeZone: string) => instantText(at, timeZone, "day");
