import type { ReactNode } from "react";
import { Cell, Row, Table } from "#components/ui/table";

export type Difference = { field: string; before?: ReactNode; after?: ReactNode; note?: ReactNode };

/** What a change did or would do, field by field. */
export function DiffList({ caption, differences }: { caption: string; differences: readonly Difference[] }) {
  return (
    <Table
      caption={caption}
      columns={[{ label: "field", className: "w-36" }, { label: "before", className: "w-2/5" }, { label: "after" }]}
    >
      {differences.map(({ field, before, after, note }) => (
        <Row key={field}>
          <Cell className="text-ink-soft">{field}</Cell>
          <Cell label="before">
            {before === undefined ? <Nothing /> : <del className="bg-port-wash text-port decoration-1">{before}</del>}
          </Cell>
          <Cell label="after">
            {after === undefined ? (
              <Nothing />
            ) : (
              <ins className="bg-starboard-wash text-starboard no-underline">{after}</ins>
            )}
            {note && <span className="ml-2 text-ink-faint text-small">{note}</span>}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Nothing() {
  return <span className="text-ink-faint text-small">nothing</span>;
}
