import { EmptyState } from "#components/layout/empty-state";
import { RecordEntry } from "#components/records/record-entry";
import { Section } from "#components/ui/section";
import { recordAddress } from "#lib/records/addresses";
import type { LevelView } from "#lib/records/criteria/queries";
import { mostLines } from "#lib/records/lines";
import type { RecordOfDays } from "#lib/records/queries";

type RecordLinesProps = {
  record: RecordOfDays;
  levels: readonly LevelView[];
  edited: string | undefined;
  /** The section of which all is to be seen. */
  whole: string | undefined;
};

/** A record over years has a thousand lines; so many of each section are in sight, and those that somebody speaks of. */
const inSight = 30;

/** Everything that was found, section by section. What there was nothing of is left out: it is no lack. */
export function RecordLines({ record, levels, edited, whole }: RecordLinesProps) {
  const spokenOf = new Set([...record.notes, ...record.links].map(({ line }) => line).concat(edited ?? null));
  const sections = record.sections.filter(({ lines }) => lines.length > 0);
  if (sections.length === 0) return <Nothing record={record} />;
  return sections.map(({ kind, title, note, lines, isCut }) => (
    <Section key={kind} id={kind} title={title} note={note}>
      <ul className="rows border-b">
        {lines
          .filter(({ key }, index) => index < inSight || whole === kind || spokenOf.has(key))
          .map((line) => (
            <RecordEntry key={line.key} {...{ line, record, levels }} isEdited={edited === line.key} />
          ))}
      </ul>
      {lines.length > inSight && whole !== kind && (
        <p className="mt-2 text-ink-faint text-small">
          The latest {inSight} stand here.{" "}
          <a
            href={`${recordAddress(record.person.address, record.days)}&all=${kind}#${kind}`}
            className="text-accent underline"
            data-screen-only=""
          >
            Show those before, too
          </a>
        </p>
      )}
      {isCut && (
        <p className="mt-2 text-ink-faint text-small">
          These are the latest {mostLines}. Choose fewer days to see those before.
        </p>
      )}
    </Section>
  ));
}

function Nothing({ record: { person, right } }: { record: RecordOfDays }) {
  const isOwn = right.kind === "self";
  return (
    <EmptyState title="Nothing in these days">
      {isOwn
        ? "Here will stand the services of your teams, watches you stand, alerts you answer with what was learnt, documents and signatures you write, drills, shadows and reviews. Choose other days, or say in your own words what is not here."
        : `Watchbill holds nothing of ${person.name} in these days. What was done elsewhere it does not know: ask.`}
    </EmptyState>
  );
}
