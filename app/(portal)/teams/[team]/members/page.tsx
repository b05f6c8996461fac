import { AddMember } from "#components/teams/add-member";
import { FormerMembers } from "#components/teams/former-members";
import { MemberList } from "#components/teams/member-list";
import { TeamHeader } from "#components/teams/team-header";
import { Section } from "#components/ui/section";
import { listFormerMembers } from "#lib/teams/queries";
import { loadTeam, teamMetadata } from "../load-team";

type Props = PageProps<"/teams/[team]/members">;

export const generateMetadata = ({ params }: Props) => teamMetadata(params, "Members");

export default async function TeamMembersPage({ params }: Props) {
  const { viewer, team } = await loadTeam(params, "/members");
  const former = await listFormerMembers(viewer, team.id);
  const { timeZone } = viewer;

  return (
    <>
      <TeamHeader team={team} timeZone={timeZone} />
      <div className="max-w-[52rem]">
        <Section title="In it now">
          <MemberList team={team} timeZone={timeZone} />
        </Section>
        <AddMember team={team} />
        <FormerMembers former={former} timeZone={timeZone} />
      </div>
    </>
  );
}
