import { Notice } from "#components/ui/notice";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { ImportedArchive } from "#lib/documents/exchange/outcome";

/** What an archive changed, or would: the counts, then each file that is more than left alone. */
export function ImportOutcome({ imported: { outcome, dryRun } }: { imported: ImportedArchive }) {
  const { created, changed, merged, unchanged, conflicts, rejected, passedOver } = outcome;
  const counts = [
    `${created.length} created`,
    `${changed.length} changed`,
    `${merged.length} merged`,
    `${unchanged} left alone`,
    `${conflicts.length} in conflict`,
    `${rejected.length} rejected`,
  ].join(", ");
  const rows: OutcomeRow[] = [
    ...conflicts.map((one) => ({ path: one.path, reason: one.reason, what: "In conflict", texts: one })),
    ...rejected.map((one) => ({ ...one, what: "Rejected" })),
    ...merged.map((one) => ({ path: one.path, reason: one.address, what: "Merged" })),
    ...changed.map((one) => ({ path: one.path, reason: one.address, what: "Changed" })),
    ...created.map((one) => ({ path: one.path, reason: one.address, what: "Created" })),
    ...passedOver.map((one) => ({ ...one, what: "Passed over" })),
  ];
  const shown = rows.slice(0, mostShown);
  return (
    <div role="status" className="grid gap-4">
      <Notice
        tone={conflicts.length + rejected.length > 0 ? "warn" : "ok"}
        title={dryRun ? "Nothing is written yet. It would be:" : "Loaded."}
      >
        {counts}.
      </Notice>
      {shown.length > 0 && (
        <Table caption="Files" columns={[{ label: "File", className: "w-1/2" }, { label: "What becomes of it" }]}>
          {shown.map(({ path, reason, what, texts }) => (
            <Row key={`${what} ${path}`}>
              <Cell>
                <code className="wrap-anywhere">{path}</code>
              </Cell>
              <Cell className="wrap-anywhere">
                {what}
                <CellNote>{reason}</CellNote>
                {texts && (
                  <details>
                    <summary>Both texts</summary>
                    <Text label="Here" text={texts.here} />
                    <Text label="In the file" text={texts.there} />
                  </details>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {rows.length > mostShown && <p className="text-ink-soft">{rows.length - mostShown} more files are not shown.</p>}
    </div>
  );
}

const mostShown = 200;

type OutcomeRow = { path: string; reason: string; what: string; texts?: { here: string; there: string } };

function Text({ label, text }: { label: string; text: string }) {
  return (
    <figure className="mt-2">
      <figcaption className="text-ink-faint text-small">{label}</figcaption>
      <pre className="max-h-80 overflow-auto whitespace-pre-wrap border p-2 text-small">{text}</pre>
    </figure>
  );
}
