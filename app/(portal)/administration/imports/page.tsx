import type { Metadata } from "next";
import { AdministrationTabs } from "#components/administration/administration-tabs";
import { ImportForm } from "#components/imports/import-form";
import { RunList } from "#components/imports/run-list";
import { PageHeader } from "#components/layout/page-header";
import { Section } from "#components/ui/section";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { listRuns } from "#lib/imports/queries";

export const metadata: Metadata = { title: "Imports" };

export default async function ImportsPage() {
  const viewer = await requireViewer();
  const runs = await listRuns(viewer);

  return (
    <>
      <PageHeader
        title="Imports"
        lede="Catalog descriptors, as Backstage writes them: services, teams, people and what belongs to them."
        tabs={<AdministrationTabs />}
      />
      <Section title="Load descriptors">
        <ImportForm />
      </Section>
      <Section title="Imports so far">
        <RunList runs={runs} timeZone={viewer.timeZone} now={now().toString()} />
      </Section>
    </>
  );
}
