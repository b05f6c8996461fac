import { Instant } from "#components/ui/instant";
import type { RecordNote } from "#lib/records/views";

type OwnWordsProps = { note: RecordNote; name: string; isOwn: boolean; timeZone: string };

/** What the person themself says of a line, or of the whole, set apart from what was found. */
export function OwnWords({ note, name, isOwn, timeZone }: OwnWordsProps) {
  return (
    <figure className="mt-2 max-w-[40rem] border-l-2 border-l-accent pl-3">
      <blockquote className="wrap-anywhere whitespace-pre-line">{note.text}</blockquote>
      <figcaption className="mt-0.5 text-ink-faint text-small">
        {isOwn ? "Your words" : `${name}'s own words`}, <Instant at={note.writtenAt} timeZone={timeZone} style="day" />
      </figcaption>
    </figure>
  );
}
