import { PersonLink } from "#components/people/person-link";
import { Span } from "#components/teams/as-of";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { FormerMember } from "#lib/teams/queries";

/** Who was in the team before. */
export function FormerMembers({ former, timeZone }: { former: readonly FormerMember[]; timeZone: string }) {
  if (former.length === 0) return null;
  return (
    <Section title="Was in it before">
      <Table caption="Former members">
        {former.map((stay) => (
          <Row key={`${stay.address} ${stay.to}`}>
            <Cell>
              <PersonLink person={stay} />
              <CellNote isInline>{stay.role}</CellNote>
            </Cell>
            <Cell align="right" className="text-ink-faint text-small">
              <Span from={stay.from} to={stay.to} timeZone={timeZone} />
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
