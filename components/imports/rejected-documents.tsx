import { Folded } from "#components/imports/folded";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { RunView } from "#lib/imports/queries";

/** The documents that were not loaded, each with its place and the reason. */
export function RejectedDocuments({ rejected }: { rejected: RunView["rejected"] }) {
  if (rejected.length === 0) return null;
  return (
    <Section title="Rejected" note={`${rejected.length.toLocaleString("en")}; everything else is loaded without them`}>
      <Folded items={rejected} noun="documents">
        {(documents) => (
          <Table caption="Rejected documents" columns={[{ label: "Where", className: "w-2/5" }, { label: "Why" }]}>
            {documents.map(({ source, document, line, reason }) => (
              <Row key={`${source} ${document} ${line}`}>
                <Cell>
                  <code className="wrap-anywhere">
                    {source}:{line}
                  </code>
                  <CellNote>document {document}</CellNote>
                </Cell>
                <Cell className="wrap-anywhere">{reason}</Cell>
              </Row>
            ))}
          </Table>
        )}
      </Folded>
    </Section>
  );
}

/** What was left out of documents that were loaded all the same. */
export function ImportNotes({ notes }: { notes: RunView["notes"] }) {
  if (notes.length === 0) return null;
  return (
    <Section title="Notes" note="loaded, but not as written">
      <Folded items={notes} noun="notes">
        {(some) => (
          <Table caption="Notes" columns={[{ label: "Where", className: "w-2/5" }, { label: "What was left out" }]}>
            {some.map(({ source, line, note }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two notes may be alike, and the list never changes
              <Row key={index}>
                <Cell>
                  <code className="wrap-anywhere">
                    {source}:{line}
                  </code>
                </Cell>
                <Cell className="wrap-anywhere">{note}</Cell>
              </Row>
            ))}
          </Table>
        )}
      </Folded>
    </Section>
  );
}
