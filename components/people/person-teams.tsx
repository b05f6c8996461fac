import { EmptyState } from "#components/layout/empty-state";
import { Span } from "#components/teams/as-of";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { PersonView } from "#lib/people/queries";

/** The teams a person manages, is in and was in, each with the role and since when. */
export function PersonTeams({ person, timeZone }: { person: PersonView; timeZone: string }) {
  return (
    <>
      <Managed person={person} />
      <Present person={person} timeZone={timeZone} />
      {person.formerTeams.length > 0 && (
        <Section title="Before">
          <Table caption={`Former teams of ${person.name}`}>
            {person.formerTeams.map((team) => (
              <Row key={`${team.slug} ${team.to}`}>
                <Cell>
                  <Link href={`/teams/${team.slug}`}>{team.name}</Link>
                  <CellNote isInline>{team.role}</CellNote>
                </Cell>
                <Cell align="right" className="text-ink-faint text-small">
                  <Span from={team.from} to={team.to} timeZone={timeZone} />
                </Cell>
              </Row>
            ))}
          </Table>
        </Section>
      )}
    </>
  );
}

function Managed({ person: { name, manages } }: { person: PersonView }) {
  if (manages.length === 0) return null;
  return (
    <Section title="Manages" note={String(manages.length)}>
      <Table caption={`Teams that ${name} manages`}>
        {manages.map((team) => (
          <Row key={team.slug}>
            <Cell>
              <Link href={`/teams/${team.slug}`} className="font-semibold text-ink">
                {team.name}
              </Link>
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

function Present({ person: { name, teams, manages }, timeZone }: { person: PersonView; timeZone: string }) {
  if (teams.length === 0 && manages.length > 0) return null;
  return (
    <Section title="Teams" note={teams.length > 0 && String(teams.length)}>
      {teams.length === 0 ? (
        <EmptyState title="In no team">A lead or an administrator can add them on a team's page.</EmptyState>
      ) : (
        <Table caption={`Teams of ${name}`}>
          {teams.map((team) => (
            <Row key={team.slug}>
              <Cell>
                <Link href={`/teams/${team.slug}`} className="font-semibold text-ink">
                  {team.name}
                </Link>
                {team.kind === "ops" && <CellNote isInline>ops</CellNote>}
              </Cell>
              <Cell align="right" className="text-ink-faint text-small">
                {team.role} <Span from={team.since} to={null} timeZone={timeZone} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  );
}
