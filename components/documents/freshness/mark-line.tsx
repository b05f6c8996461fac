import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Status, type Tone } from "#components/ui/status";
import type { MarkView } from "#lib/documents/marks/marks-of-steps";
import type { DocumentKind } from "#lib/documents/views";

type MarkLineProps = { mark: MarkView; kind: DocumentKind; back: string; anchor: string; timeZone: string };

/** One piece of evidence: what came of the step, for whom, when; and the way to take it back for whoever said so. */
export function MarkLine({ mark, kind, back, anchor, timeZone }: MarkLineProps) {
  const { person, word } = mark;
  return (
    <li className="wrap-anywhere m-0! flex flex-wrap items-baseline gap-x-2 text-ink-faint text-small">
      <span>
        <Status tone={tones[mark.verdict]}>{words[kind][mark.verdict]}</Status>{" "}
        {person.address ? (
          <Link href={`/people/${encodeURIComponent(person.address)}`}>{person.name}</Link>
        ) : (
          person.name
        )}
        , <Instant at={mark.at} timeZone={timeZone} style="day" className="whitespace-nowrap" />
        {word && <span className="text-ink-soft">: “{word}”</span>}
        {mark.isEarlierWording && <> (about an earlier wording)</>}
      </span>
      {mark.isOwn && (
        <form method="post" action="/marks/undo" data-screen-only="">
          <input type="hidden" name="mark" value={mark.id} />
          <input type="hidden" name="anchor" value={anchor} />
          <input type="hidden" name="back" value={back} />
          <button
            type="submit"
            className="cursor-pointer text-accent underline underline-offset-[0.18em] touch:min-h-11 touch:px-1"
          >
            Take it back
          </button>
        </form>
      )}
    </li>
  );
}

const words: Record<DocumentKind, Record<MarkView["verdict"], string>> = {
  runbook: { worked: "Worked for", failed: "Failed, says", "out-of-date": "Out of date, says" },
  note: { worked: "Holds, says", failed: "Does not hold, says", "out-of-date": "No longer holds, says" },
};
const tones: Record<MarkView["verdict"], Tone> = { worked: "ok", failed: "bad", "out-of-date": "warn" };
