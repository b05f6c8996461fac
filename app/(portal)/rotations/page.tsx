import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { RotationDirectory } from "#components/rotations/rotation-directory";
import { RotationTabs } from "#components/rotations/rotation-tabs";
import { ButtonLink } from "#components/ui/button-link";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { browseRotations } from "#lib/rotations/browse-queries";
import { mayCreateRotation } from "#lib/rotations/permissions";

export const metadata: Metadata = { title: "Rotations" };

export default async function RotationsPage({ searchParams }: PageProps<"/rotations">) {
  const [viewer, values] = await Promise.all([requireViewer(), searchParams]);
  const directory = await browseRotations(viewer, values);
  const canCreate = mayCreateRotation(viewer);

  return (
    <>
      <PageHeader
        title="Rotations"
        lede="Who stands watch, and until when."
        actions={canCreate && <ButtonLink href="/rotations/new">New rotation</ButtonLink>}
        tabs={<RotationTabs filter={directory.filter} />}
      />
      <RotationDirectory
        directory={directory}
        canCreate={canCreate}
        timeZone={viewer.timeZone}
        now={now().toString()}
      />
    </>
  );
}
