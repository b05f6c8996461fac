import { EmptyState } from "#components/layout/empty-state";
import { RecordEntry } from "#components/records/record-entry";
import { Section } from "#components/ui/section";
import type { LevelView } from "#lib/records/criteria/queries";
import { mostLines } from "#lib/records/lines";
import type { RecordOfDays } from "#lib/records/queries";

type RecordLinesProps = { record: RecordOfDays; levels: readonly LevelView[]; edited: string | undefined };

/** Everything that was found, section by section. What there was nothing of is left out: it is no lack. */
export function RecordLines({ record, levels, edited }: RecordLinesProps) {
  const sections = record.sections.filter(({ lines }) => lines.length > 0);
  if (sections.length === 0) return <Nothing record={record} />;
  return sections.map(({ kind, title, note, lines, isCut }) => (
    <Section key={kind} title={title} note={note}>
      <ul className="rows border-b">
        {lines.map((line) => (
          <RecordEntry key={line.key} {...{ line, record, levels }} isEdited={edited === line.key} />
        ))}
      </ul>
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
