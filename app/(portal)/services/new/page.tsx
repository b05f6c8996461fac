import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { NewServiceForm } from "#components/services/new-service-form";
import { Notice } from "#components/ui/notice";
import { requireViewer } from "#lib/auth/viewer";
import { mayCreateService } from "#lib/services/permissions";
import { listOwnTeams } from "#lib/services/queries";

export const metadata: Metadata = { title: "New service" };

export default async function NewServicePage() {
  const viewer = await requireViewer();
  const teams = await listOwnTeams(viewer);

  return (
    <>
      <PageHeader
        breadcrumb={[{ href: "/services", label: "Services" }]}
        title="New service"
        lede="Something that runs in production and has an owner. Only the name is needed now; what is missing is shown until it is there."
      />
      {mayCreateService(viewer) ? (
        <NewServiceForm team={teams.length === 1 ? teams[0] : undefined} />
      ) : (
        <Notice>Only members of the team that will own the service can create it. Join a team first.</Notice>
      )}
    </>
  );
}
