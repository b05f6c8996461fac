import type { Metadata } from "next";
import { AdministrationTabs } from "#components/administration/administration-tabs";
import { TokenForm } from "#components/auth/token-form";
import { TokenList } from "#components/auth/token-list";
import { PageHeader } from "#components/layout/page-header";
import { Section } from "#components/ui/section";
import { listServiceTokens } from "#lib/auth/queries";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";

export const metadata: Metadata = { title: "Service tokens" };

export default async function ServiceTokensPage() {
  const viewer = await requireViewer();
  const tokens = await listServiceTokens(viewer);

  return (
    <>
      <PageHeader
        title="Service tokens"
        lede="Tokens of programs: pipelines, importers, monitoring. They act for no person and read no record."
        tabs={<AdministrationTabs />}
      />
      <Section title="Good now">
        <TokenList tokens={tokens} timeZone={viewer.timeZone} now={now().toString()} isCreatorShown />
      </Section>
      <Section title="New service token">
        <TokenForm kind="service" />
      </Section>
    </>
  );
}
