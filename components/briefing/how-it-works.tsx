import { NightDocument } from "#components/briefing/night-document";
import { NothingKnown, Part } from "#components/briefing/part";
import { FreshnessStatus } from "#components/documents/freshness/freshness-status";
import type { Asked } from "#lib/briefing/ask-whom";
import type { BriefedNote, BriefedService } from "#lib/briefing/views";
import { documentUrl } from "#lib/documents/addresses";
import { withoutTitle } from "#lib/documents/markdown/title";

type HowItWorksProps = {
  note: BriefedNote | null;
  service: BriefedService | null;
  asked: Asked | undefined;
  timeZone: string;
};

/** The architecture note, behind one tap, with how far it can be trusted. */
export function HowItWorks({ note, service, asked, timeZone }: HowItWorksProps) {
  if (!note || !service)
    return (
      <Part id="works" title="How it works">
        <NothingKnown asked={asked}>No architecture note is written.</NothingKnown>
      </Part>
    );
  const address = documentUrl({ kind: "note", slug: note.slug, service });
  return (
    <Part
      id="works"
      title="How it works"
      note={
        <>
          note <FreshnessStatus freshness={note.freshness} timeZone={timeZone} />
        </>
      }
    >
      <details className="night-more">
        <summary>{note.title}</summary>
        <NightDocument nodes={withoutTitle(note.rendered.tree, note.title).children} address={address} />
      </details>
    </Part>
  );
}
