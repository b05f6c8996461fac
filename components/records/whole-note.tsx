import { NoteEditor } from "#components/records/note-editor";
import { OwnWords } from "#components/records/own-words";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { recordAddress, wholeRecord } from "#lib/records/addresses";
import type { RecordOfDays } from "#lib/records/queries";

type WholeNoteProps = { record: RecordOfDays; edited: string | undefined };

/** What the person says of the whole, before everything else. */
export function WholeNote({ record, edited }: WholeNoteProps) {
  const { person, days, notes, canNote, timeZone, right } = record;
  const note = notes.find(({ line }) => line === null);
  const isOwn = right.kind === "self";
  const isEdited = canNote && edited === wholeRecord;
  if (!note && !isOwn) return null;
  return (
    <Section
      title={isOwn ? "In your own words" : `In ${person.name}'s own words`}
      id={wholeRecord}
      className={note ? "" : "print:hidden"}
    >
      <div className="border-t pt-1">
        {note && !isEdited && <OwnWords note={note} name={person.name} isOwn={isOwn} timeZone={timeZone} />}
        {!note && !isEdited && (
          <p className="mt-2 max-w-[40rem] text-ink-soft">
            What was done elsewhere, what a bare fact does not tell, what you are proud of: say it here, for the whole,
            or at any line.
          </p>
        )}
        {isEdited ? (
          <NoteEditor
            line={null}
            title="of the whole"
            text={note?.text}
            version={note?.writtenAt ?? ""}
            back={`${recordAddress(person.address, days)}#${wholeRecord}`}
          />
        ) : (
          canNote && (
            <p className="mt-2 text-small" data-screen-only="">
              <Link href={recordAddress(person.address, days, wholeRecord)}>
                {note ? "Change what you say of the whole" : "Say something of the whole"}
              </Link>
            </p>
          )
        )}
      </div>
    </Section>
  );
}
