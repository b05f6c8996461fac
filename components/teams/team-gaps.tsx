import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import { describeTeamGap, type TeamGapKind } from "#lib/teams/gaps";
import type { TeamHead } from "#lib/teams/queries";

const rooms: Record<TeamGapKind, string> = {
  members: "/members",
  lead: "/members",
  manager: "/edit#manager",
  chat: "/edit",
};

/** What a team lacks, each with why it matters and, for whoever may, what mends it. */
export function TeamGaps({ team }: { team: TeamHead }) {
  if (team.gaps.length === 0) return null;
  return (
    <Section title="What is missing" note={String(team.gaps.length)}>
      <Table caption={`What is missing of ${team.name}`}>
        {team.gaps.map((gap) => {
          const { label, why, mend } = describeTeamGap(gap);
          return (
            <Row key={gap}>
              <Cell>
                <b>{label}</b>
                <CellNote>{why}</CellNote>
              </Cell>
              <Cell align="right" className="whitespace-nowrap text-small">
                {team.permissions.canEdit && <Link href={`/teams/${team.slug}${rooms[gap]}`}>{mend}</Link>}
              </Cell>
            </Row>
          );
        })}
      </Table>
    </Section>
  );
}
