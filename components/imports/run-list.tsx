import { countWords, stateWords } from "#components/imports/run-words";
import { EmptyState } from "#components/layout/empty-state";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Status } from "#components/ui/status";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { RunSummary } from "#lib/imports/queries";

type RunListProps = { runs: RunSummary[]; timeZone: string; now: string };

const columns = [
  { label: "Source" },
  { label: "When" },
  { label: "What came of it" },
  { label: "Rejected", align: "right" },
] as const;

/** The imports of late, each leading to what it did. */
export function RunList({ runs, timeZone, now }: RunListProps) {
  if (runs.length === 0) {
    return (
      <EmptyState title="Nothing has been imported yet.">
        Load Backstage descriptors above, or from a folder with <code>npm run import -- path/to/catalog</code>.
      </EmptyState>
    );
  }
  return (
    <Table caption="Imports" columns={columns}>
      {runs.map((run) => (
        <Row key={run.id}>
          <Cell>
            <Link href={`/administration/imports/${run.id}`}>{run.source}</Link>
            <CellNote>
              by {run.by}
              {run.prunes && ", pruning"}
            </CellNote>
          </Cell>
          <Cell>
            <Instant at={run.startedAt} timeZone={timeZone} style="relative" now={now} />
          </Cell>
          <Cell>{run.state === "finished" ? <Finished run={run} /> : stateWords(run)}</Cell>
          <Cell align="right" label="Rejected" className="tabular-nums">
            {run.rejected > 0 ? <Status tone="warn">{run.rejected.toLocaleString("en")}</Status> : "none"}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Finished({ run }: { run: RunSummary }) {
  return (
    <>
      {run.isDryRun && <span className="text-ink-faint">dry run: </span>}
      {countWords(run)}
    </>
  );
}
