import type { Metadata } from "next";
import { headers } from "next/headers";
import { AdministrationTabs } from "#components/administration/administration-tabs";
import { IntakeNames } from "#components/alerts/settings/intake-names";
import { Senders } from "#components/alerts/settings/senders";
import { PageHeader } from "#components/layout/page-header";
import { listIntakeNames, listUnknownNames } from "#lib/alerts/intake/intake-queries";
import { ownOrigin } from "#lib/auth/origin";
import { requireViewer } from "#lib/auth/viewer";

export const metadata: Metadata = { title: "Senders" };

export default async function SendersPage() {
  const viewer = await requireViewer();
  const [names, unknown, asked] = await Promise.all([listIntakeNames(viewer), listUnknownNames(viewer), headers()]);

  return (
    <>
      <PageHeader
        title="Senders"
        lede="How monitoring, pipelines and programs tell Watchbill what goes wrong, and what changed."
        tabs={<AdministrationTabs />}
      />
      <IntakeNames names={names} unknown={unknown} />
      <Senders origin={ownOrigin(asked)} />
    </>
  );
}
