import type { Metadata } from "next";
import { AdministrationTabs } from "#components/administration/administration-tabs";
import { IntakeNames } from "#components/alerts/settings/intake-names";
import { Senders } from "#components/alerts/settings/senders";
import { PageHeader } from "#components/layout/page-header";
import { intakeOrigin, listIntakeNames, listUnknownNames } from "#lib/alerts/intake/intake-queries";
import { requireViewer } from "#lib/auth/viewer";

export const metadata: Metadata = { title: "Senders" };

export default async function SendersPage() {
  const viewer = await requireViewer();
  const [names, unknown, origin] = await Promise.all([
    listIntakeNames(viewer),
    listUnknownNames(viewer),
    intakeOrigin(),
  ]);

  return (
    <>
      <PageHeader
        title="Senders"
        lede="How monitoring, pipelines and programs tell Watchbill what goes wrong, and what changed."
        tabs={<AdministrationTabs />}
      />
      <IntakeNames names={names} unknown={unknown} />
      <Senders origin={origin} />
    </>
  );
}
