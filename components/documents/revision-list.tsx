import { AuthorName } from "#components/documents/author-name";
import { Button } from "#components/ui/button";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { RevisionItem } from "#lib/documents/views";

type RevisionListProps = {
  /** The address of the history, without its query. */
  address: string;
  /** Newest first. */
  revisions: readonly RevisionItem[];
  /** The two that are compared, or that are offered for it. */
  before: number;
  after: number;
  timeZone: string;
};

/** The revisions of a document, and a form that compares any two of them. */
export function RevisionList({ address, revisions, before, after, timeZone }: RevisionListProps) {
  const columns = [
    { label: "from" },
    { label: "to" },
    { label: "revision" },
    { label: "who" },
    { label: "when", align: "right" as const },
  ];
  const canCompare = revisions.length > 1;
  return (
    <form action={address} className="print:block!">
      <Table caption="Revisions" columns={canCompare ? columns : columns.slice(2)}>
        {revisions.map((revision) => (
          <Row key={revision.number}>
            {canCompare && (
              <>
                <Cell className="w-11 max-sm:w-auto! print:hidden">
                  <Choice name="before" number={revision.number} isChosen={revision.number === before} label="from" />
                </Cell>
                <Cell className="w-11 print:hidden">
                  <Choice name="after" number={revision.number} isChosen={revision.number === after} label="to" />
                </Cell>
              </>
            )}
            <Cell className="max-sm:w-full">
              <Link href={`${address}/${revision.number}`} className="font-semibold">
                Revision {revision.number}
              </Link>
              {originOf(revision) && <CellNote isInline>{originOf(revision)}</CellNote>}
              {revision.summary && <span className="block text-ink-soft">{revision.summary}</span>}
            </Cell>
            <Cell className="text-small sm:w-48">
              <AuthorName author={revision.author} />
            </Cell>
            <Cell align="right" className="whitespace-nowrap text-ink-faint text-small">
              <Instant at={revision.at} timeZone={timeZone} />
            </Cell>
          </Row>
        ))}
      </Table>
      {canCompare && (
        <div className="border-t py-3">
          <Button type="submit">Compare the two</Button>
        </div>
      )}
    </form>
  );
}

type ChoiceProps = { name: "before" | "after"; number: number; isChosen: boolean; label: string };

function Choice({ name, number, isChosen, label }: ChoiceProps) {
  return (
    <label className="-my-2 inline-flex min-h-9 items-center gap-1.5 pr-2 touch:min-h-11">
      <input type="radio" name={name} value={number} defaultChecked={isChosen} className="size-4 accent-accent" />
      <span className="text-ink-faint text-small sm:sr-only">{label}</span>
      <span className="sr-only"> revision {number}</span>
    </label>
  );
}

/** How a revision came to be, where it was not simply written. */
export function originOf({ origin, basedOn }: RevisionItem): string | undefined {
  switch (origin) {
    case "merged":
      return `merged with what was written since revision ${basedOn}`;
    case "restored":
      return `revision ${basedOn} brought back`;
    case "imported":
      return "imported";
    case "suggested":
      return "suggested by its author, taken by the team";
    case "written":
      return undefined;
  }
}
