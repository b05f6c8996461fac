import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header";
import { NewRotationEditor } from "#components/rotations/editor/new-rotation-editor";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { newDraft } from "#lib/rotations/editor/draft";
import { nextMonday } from "#lib/rotations/editor/draft-start";
import { listTeamMembers, listTeamsToLead } from "#lib/rotations/editor/member-queries";
import { findTeamHead } from "#lib/teams/queries";

export const metadata: Metadata = { title: "New rotation" };

export default async function NewRotationPage({ searchParams }: PageProps<"/rotations/new">) {
  const [viewer, { team: asked }] = await Promise.all([requireViewer(), searchParams]);
  const teams = await listTeamsToLead(viewer);
  if (teams.length === 0 && !viewer.isAdministrator) notFound();
  const team = asked ? await findTeamHead(viewer, String(asked)) : teams.length === 1 ? teams[0] : undefined;
  const members = team ? await listTeamMembers(viewer, team.slug) : [];
  const { timeZone } = viewer;

  return (
    <>
      <PageHeader
        title="New rotation"
        breadcrumb={[{ label: "Rotations", href: "/rotations" }]}
        lede="Who stands watch when. Nothing holds before you have seen what follows from it."
      />
      <NewRotationEditor
        draft={newDraft(timeZone, nextMonday(timeZone, now()))}
        team={team && { slug: team.slug, name: team.name }}
        teams={teams}
        members={members}
        timeZone={timeZone}
      />
    </>
  );
}
