import type { ReactNode } from "react";
import { Link } from "#components/ui/link";
import { Status } from "#components/ui/status";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import { kindWords } from "#lib/services/entries";
import { addressOf } from "#lib/services/graph";
import type { Neighbour } from "#lib/services/queries";

type NeighbourTableProps = {
  caption: string;
  neighbours: readonly Neighbour[];
  actions?: (neighbour: Neighbour) => ReactNode;
};

/** What a service needs, or what needs it: one row each, with how much, whose it is and what is the matter with it. */
export function NeighbourTable({ caption, neighbours, actions }: NeighbourTableProps) {
  return (
    <Table caption={caption}>
      {neighbours.map((neighbour) => (
        <Row key={neighbour.dependency}>
          <Cell className="sm:w-2/5">
            <Link href={addressOf(neighbour)} className="text-ink">
              {neighbour.name}
            </Link>
            <CellNote isInline>{wordsOf(neighbour)}</CellNote>
          </Cell>
          <Cell>
            {neighbour.team ? (
              <TeamLink team={neighbour.team} />
            ) : (
              <Status tone={toneOf(neighbour)}>nobody owns it</Status>
            )}
          </Cell>
          <Cell align="right" className="text-small">
            {neighbour.isRetired ? (
              <Status tone="bad">retired</Status>
            ) : (
              neighbour.tier && <span className="text-ink-faint">tier {neighbour.tier}</span>
            )}
          </Cell>
          {actions && (
            <Cell align="right" className="text-small max-sm:w-full">
              {actions(neighbour)}
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  );
}

function TeamLink({ team }: { team: { slug: string; name: string } }) {
  return (
    <Link href={`/teams/${team.slug}`} className="text-ink-soft">
      {team.name}
    </Link>
  );
}

const toneOf = ({ noun }: Neighbour) => (noun === "service" ? "bad" : "soft");

function wordsOf({ kind, noun, relation }: Neighbour): string {
  return [kind, noun !== "service" && kindWords[noun], relation === "provides-api" && noun !== "service" && "provided"]
    .filter(Boolean)
    .join(", ");
}
