import { DifferenceView } from "#components/documents/difference-view";
import { Section } from "#components/ui/section";
import { Cell, Row, Table } from "#components/ui/table";
import { differenceOf } from "#lib/documents/difference";
import type { RevisionView } from "#lib/documents/views";

type Words = Pick<RevisionView, "title" | "alertNames" | "body">;
type ComparisonProps = {
  before: Words;
  after: Words;
  /** What stands on each side: `revision 3`, `the present text`. */
  beforeName: string;
  afterName: string;
};

/** What two texts of a document differ in, their titles and alert names included. */
export function Comparison({ before, after, beforeName, afterName }: ComparisonProps) {
  const facts = [
    { field: "title", before: before.title, after: after.title },
    { field: "answers", before: before.alertNames.join(", "), after: after.alertNames.join(", ") },
  ].filter((fact) => fact.before !== fact.after);
  return (
    <>
      {facts.length > 0 && (
        <Table caption="Title and alert names" className="mb-4">
          {facts.map((fact) => (
            <Row key={fact.field}>
              <Cell className="w-24 text-ink-faint text-small">{fact.field}</Cell>
              <Cell>
                <del className="text-port decoration-1">{fact.before || "none"}</del> <span aria-hidden="true">→ </span>
                <ins className="text-starboard underline-offset-[0.2em]">{fact.after || "none"}</ins>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <DifferenceView difference={differenceOf(before.body, after.body)} before={beforeName} after={afterName} />
    </>
  );
}

/** Two revisions side by side, above the list of all of them. */
export function ComparedRevisions({ before, after }: { before: RevisionView; after: RevisionView }) {
  return (
    <Section title={`From revision ${before.number} to revision ${after.number}`}>
      <Comparison
        before={before}
        after={after}
        beforeName={`revision ${before.number}`}
        afterName={`revision ${after.number}`}
      />
    </Section>
  );
}
