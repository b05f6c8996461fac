import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { TeamDirectory } from "#components/teams/team-directory";
import { TeamTabs } from "#components/teams/team-tabs";
import { ButtonLink } from "#components/ui/button-link";
import { can } from "#lib/auth/policy";
import { requireViewer } from "#lib/auth/viewer";
import { browseTeams } from "#lib/teams/browse-queries";

export const metadata: Metadata = { title: "Teams" };

export default async function TeamsPage({ searchParams }: PageProps<"/teams">) {
  const [viewer, values] = await Promise.all([requireViewer(), searchParams]);
  const directory = await browseTeams(viewer, values);
  const canCreate = can(viewer, "team:create");

  return (
    <>
      <PageHeader
        title="Teams"
        lede="Who owns what, who leads it, and where to find them."
        actions={canCreate && <ButtonLink href="/teams/new">New team</ButtonLink>}
        tabs={<TeamTabs filter={directory.filter} />}
      />
      <TeamDirectory directory={directory} canCreate={canCreate} />
    </>
  );
}
