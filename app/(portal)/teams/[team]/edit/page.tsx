import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header";
import { EditTeamForm } from "#components/teams/team-form";
import { RenameTeam, RetireTeam, TeamManager } from "#components/teams/team-settings";
import { Section } from "#components/ui/section";
import { loadTeamHead, teamMetadata } from "../load-team";

type Props = PageProps<"/teams/[team]/edit">;

export const generateMetadata = ({ params }: Props) => teamMetadata(params, "Edit");

export default async function EditTeamPage({ params }: Props) {
  const { viewer, team } = await loadTeamHead(params, "/edit");
  if (!team.permissions.canEdit) notFound();

  return (
    <div className="max-w-[40rem]">
      <PageHeader
        title={`Edit ${team.name}`}
        breadcrumb={[
          { label: "Teams", href: "/teams" },
          { label: team.name, href: `/teams/${team.slug}` },
        ]}
      />
      <Section title="What it is">
        <div className="border-t pt-4">
          <EditTeamForm team={team} timeZone={viewer.timeZone} />
        </div>
      </Section>
      <TeamManager team={team} />
      <RenameTeam team={team} />
      <RetireTeam team={team} />
    </div>
  );
}
