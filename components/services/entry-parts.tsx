import { EmptyState } from "#components/layout/empty-state";
import { NeighbourTable } from "#components/services/neighbour-table";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import { kindWords, mostParts } from "#lib/services/entries";
import type { EntryView } from "#lib/services/entry-queries";
import { addressOf } from "#lib/services/graph";
import type { Neighbour } from "#lib/services/queries";

type EntryPartsProps = { entry: EntryView; needs: readonly Neighbour[]; neededBy: readonly Neighbour[] };

/** What belongs to an entry, what needs it, and what it needs itself. */
export function EntryParts({ entry, needs, neededBy }: EntryPartsProps) {
  const { name, parts } = entry;
  if (parts.length + needs.length + neededBy.length === 0) {
    return (
      <EmptyState title={`Nothing here belongs to ${name} or needs it.`}>
        Descriptors say so: a service names its system, the APIs it provides and what it depends on.
      </EmptyState>
    );
  }
  const isProvider = ({ relation }: Neighbour) => relation === "provides-api";
  const sides = [
    { title: "Provided by", caption: `What provides ${name}`, neighbours: needs.filter(isProvider) },
    { title: "Needed by", caption: `What needs ${name}`, neighbours: neededBy },
    { title: "Needs", caption: `What ${name} needs`, neighbours: needs.filter((need) => !isProvider(need)) },
  ];
  return (
    <>
      {parts.length > 0 && (
        <Section
          title="What is part of it"
          note={parts.length < mostParts ? String(parts.length) : `the first ${mostParts}`}
        >
          <Table caption={`What is part of ${name}`}>
            {parts.map((part) => (
              <Row key={`${part.noun} ${part.slug}`}>
                <Cell>
                  <Link href={addressOf(part)} className="font-semibold text-ink">
                    {part.name}
                  </Link>
                  {part.noun !== "service" && <CellNote isInline>{kindWords[part.noun]}</CellNote>}
                  {part.description && <span className="line-clamp-1 text-ink-soft">{part.description}</span>}
                </Cell>
              </Row>
            ))}
          </Table>
        </Section>
      )}
      {sides.map(
        ({ title, caption, neighbours }) =>
          neighbours.length > 0 && (
            <Section key={title} title={title} note={String(neighbours.length)}>
              <NeighbourTable caption={caption} neighbours={neighbours} />
            </Section>
          ),
      )}
    </>
  );
}
