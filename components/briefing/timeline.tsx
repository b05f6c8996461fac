import { Clock, type Reading } from "#components/briefing/clock";
import { Part } from "#components/briefing/part";
import { Words } from "#components/briefing/words";
import { entryWords } from "#lib/alerts/entry-words";
import type { EntryView } from "#lib/alerts/views";

const inSight = 12;

/** What happened, the latest first. */
export function Timeline({ entries, ...reading }: Reading & { entries: readonly EntryView[] }) {
  const latest = entries.toReversed();
  const line = (entry: EntryView) => (
    <li key={entry.id} className="night-line">
      <Clock at={entry.at} {...reading} />
      <span>
        <Words phrases={entryWords(entry)} {...reading} />
      </span>
    </li>
  );
  return (
    <Part id="timeline" title="What happened" note="the latest first">
      <ol className="border-t">{latest.slice(0, inSight).map(line)}</ol>
      {latest.length > inSight && (
        <details className="night-more">
          <summary>{latest.length - inSight} earlier</summary>
          <ol>{latest.slice(inSight).map(line)}</ol>
        </details>
      )}
    </Part>
  );
}
