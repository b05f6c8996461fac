import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TokenForm } from "#components/auth/token-form";
import { TokenList } from "#components/auth/token-list";
import { PageHeader } from "#components/layout/page-header";
import { Section } from "#components/ui/section";
import { createServiceTokenAction } from "#lib/auth/actions";
import { can } from "#lib/auth/policy";
import { listServiceTokens } from "#lib/auth/queries";
import { scopeChoices } from "#lib/auth/scopes";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";

export const metadata: Metadata = { title: "Service tokens" };

export default async function ServiceTokensPage() {
  const viewer = await requireViewer();
  if (!can(viewer, "token:administer")) notFound();
  const tokens = await listServiceTokens(viewer);

  return (
    <>
      <PageHeader
        title="Service tokens"
        breadcrumb={[{ label: "Administration", href: "/administration" }]}
        lede="Tokens of programs: pipelines, importers, monitoring. They act for no person and read no record."
      />
      <Section title="Good now">
        <TokenList tokens={tokens} timeZone={viewer.timeZone} now={now().toString()} isCreatorShown />
      </Section>
      <Section title="New service token">
        <TokenForm
          action={createServiceTokenAction}
          scopes={scopeChoices(["read", "write", "admin", "intake"])}
          defaultDays={365}
          nameHint="The program and where it runs, such as “catalog import, build server”."
        />
      </Section>
    </>
  );
}
