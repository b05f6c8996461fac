import { Clock, type Reading } from "#components/briefing/clock";
import { Part } from "#components/briefing/part";
import { Words } from "#components/briefing/words";
import { entryWords } from "#lib/alerts/entry-words";
import type { AlertView, EntryView } from "#lib/alerts/views";

type SoFarProps = Reading & { alert: AlertView; entries: readonly EntryView[]; own: string | null };

const done: EntryView["kind"][] = ["acknowledged", "noted", "step-marked", "brought-in", "handed-over", "reopened"];

/** For whoever was called in to help: who called, what they suspect, and what was done before. */
export function SoFar({ alert, entries, own, ...reading }: SoFarProps) {
  const page = alert.pages.findLast(
    ({ person, seat }) => person.address === own && (seat === "ops" || seat === "brought-in" || seat === "handed-to"),
  );
  if (!page) return null;
  const lines = entries.filter(({ kind, by }) => done.includes(kind) && by.address !== own);
  return (
    <Part id="so-far" title="So far">
      <p>
        {page.by ? `${page.by} called you in` : "You were paged because nobody else had answered"},{" "}
        <Clock at={page.at} {...reading} />
        {page.word ? `: “${page.word}”` : "."}
      </p>
      {lines.length > 0 ? (
        <ol className="mt-2 border-t">
          {lines.map((entry) => (
            <li key={entry.id} className="night-line">
              <Clock at={entry.at} {...reading} />
              <span>
                <Words phrases={entryWords(entry)} {...reading} />
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="night-small">Nobody has noted yet what was tried.</p>
      )}
    </Part>
  );
}
