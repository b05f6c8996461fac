import { Fragment } from "react";
import { LinkEditor } from "#components/records/link-editor";
import { NoteEditor } from "#components/records/note-editor";
import { OwnWords } from "#components/records/own-words";
import { asIs, markupOf } from "#components/ui/markup";
import { anchorOf, recordAddress } from "#lib/records/addresses";
import type { LevelView } from "#lib/records/criteria/queries";
import type { RecordOfDays } from "#lib/records/queries";
import type { RecordLine } from "#lib/records/views";

type RecordEntryProps = { line: RecordLine; record: RecordOfDays; levels: readonly LevelView[]; isEdited: boolean };

// Plain links: of a thousand in a record over years each `Link` would cost its reader more than its line.
const linkStyle = "rounded-small decoration-1 underline-offset-[0.18em] hover:underline";

/** One line. All but the one that is being edited are handed to React as the HTML they are: there may be a thousand. */
export function RecordEntry(props: RecordEntryProps) {
  const isOpen = props.isEdited && props.record.canLink;
  const place = { id: anchorOf(props.line.key), className: "scroll-mt-20 break-inside-avoid py-2.5" };
  const content = <Content {...props} isOpen={isOpen} />;
  return isOpen ? <li {...place}>{content}</li> : <li {...place} {...asIs(markupOf(content))} />;
}

/** What it is, what is said of it, the person's own words, and which expectations it speaks to. */
function Content({ line, record, levels, isOpen }: RecordEntryProps & { isOpen: boolean }) {
  const { person, days, notes, canNote, canLink, timeZone, right } = record;
  const note = notes.find((one) => one.line === line.key);
  const links = record.links.filter((one) => one.line === line.key);
  const back = `${recordAddress(person.address, days)}#${anchorOf(line.key)}`;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="wrap-anywhere min-w-0 font-semibold">
          {line.href ? (
            <a href={line.href} className={`${linkStyle} text-ink`}>
              {line.title}
            </a>
          ) : (
            line.title
          )}
        </h3>
        {canLink && !isOpen && (
          <a
            href={recordAddress(person.address, days, line.key)}
            data-screen-only=""
            className={`${linkStyle} text-accent text-small touch:py-2`}
          >
            {canNote ? (note ? "Change your words" : "Add your words") : "Point out"}
            <span className="sr-only">: {line.title}</span>
          </a>
        )}
      </div>
      <Sayings line={line} />
      {note && !(isOpen && canNote) && (
        <OwnWords note={note} name={person.name} isOwn={right.kind === "self"} timeZone={timeZone} />
      )}
      {links.length > 0 && !isOpen && (
        <p className="mt-1.5 text-ink-faint text-small">
          Speaks to {links.map(({ criterion }) => `${criterion.level}: “${criterion.text}”`).join("; ")}
        </p>
      )}
      {isOpen && canNote && (
        <NoteEditor line={line.key} title={line.title} text={note?.text} version={note?.writtenAt ?? ""} back={back} />
      )}
      {isOpen && <LinkEditor {...{ line, record, levels, back }} />}
    </>
  );
}

function Sayings({ line: { says } }: { line: RecordLine }) {
  const termed = says.flatMap(({ term, words }) => (term === null ? [] : [{ term, words }]));
  return (
    <div className="wrap-anywhere max-w-[44rem] text-ink-soft">
      {says.map(({ term, words }) => term === null && <p key={words}>{words}</p>)}
      {termed.length > 0 && (
        <dl className="mt-0.5 sm:grid sm:grid-cols-[8.5rem_minmax(0,1fr)] sm:gap-x-3">
          {termed.map(({ term, words }) => (
            <Fragment key={`${term} ${words}`}>
              <dt className="text-ink-faint text-small max-sm:mt-1 sm:pt-px">{term}</dt>
              <dd>{words}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}
