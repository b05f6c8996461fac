import { PersonLink } from "#components/people/person-link";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import type { HandoffNoteView } from "#lib/rotations/handoff-notes/handoff-note-queries";
import { readHandoffNoteAction } from "#lib/rotations/standing-in/life-actions";

type HandoffNotesProps = {
  notes: readonly HandoffNoteView[];
  timeZone: string;
  title?: string;
  /** Notes of several rotations are listed, so each says of which it is. */
  isRotationShown?: boolean;
};

/** What outgoing people left. A note that waits for the reader is open and asks to be read; others are folded. */
export function HandoffNotes({ notes, timeZone, title = "Handoff notes", isRotationShown }: HandoffNotesProps) {
  if (notes.length === 0) return null;
  return (
    <Section title={title} id="handoff-notes">
      <div className="rows border-b">
        {notes.map((note) => (
          <Note
            key={`${note.rotation.slug} ${note.handoffAt}`}
            note={note}
            timeZone={timeZone}
            isRotationShown={isRotationShown}
          />
        ))}
      </div>
    </Section>
  );
}

type NoteProps = { note: HandoffNoteView; timeZone: string; isRotationShown?: boolean | undefined };

function Note({ note, timeZone, isRotationShown }: NoteProps) {
  const head = (
    <>
      <PersonLink person={note.from} className="font-semibold text-ink!" /> for{" "}
      <Instant at={note.handoffAt} timeZone={timeZone} style="moment" />
      {isRotationShown && (
        <>
          {" "}
          in <Link href={`/rotations/${note.rotation.slug}`}>{note.rotation.name}</Link>
        </>
      )}
    </>
  );
  if (note.isToRead) {
    return (
      <article aria-label={`Note from ${note.from.name}`} className="py-3">
        <p className="mb-2">{head}</p>
        <Words note={note} />
        <Form action={readHandoffNoteAction} className="mt-3">
          <input type="hidden" name="rotation" value={note.rotation.slug} />
          <input type="hidden" name="handoffAt" value={note.handoffAt} />
          <Button type="submit" variant="primary" className="justify-self-start max-sm:w-full">
            I have read it
          </Button>
        </Form>
      </article>
    );
  }
  return (
    <details className="py-2">
      <summary className="rounded-small touch:py-1.5">
        <span className="text-accent">
          {note.from.name}, <Instant at={note.handoffAt} timeZone={timeZone} style="moment" />
        </span>
        <Status tone={note.read ? "ok" : "soft"} className="ml-2">
          {note.read ? `read by ${note.read.by}` : "not read yet"}
        </Status>
      </summary>
      <div className="pt-2 pb-1">
        <Words note={note} />
      </div>
    </details>
  );
}

function Words({ note: { openAlerts, worries, tryFirst } }: { note: HandoffNoteView }) {
  const parts = { "open alerts": openAlerts, worries, "try first": tryFirst };
  return (
    <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[6.5rem_minmax(0,40rem)]">
      {Object.entries(parts).map(([term, words]) =>
        words ? (
          <div key={term} className="contents">
            <dt className="pt-px text-ink-faint text-small">{term}</dt>
            <dd className="wrap-anywhere whitespace-pre-line">{words}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
