import type { Metadata } from "next";
import { TokenForm } from "#components/auth/token-form";
import { TokenList } from "#components/auth/token-list";
import { PageHeader } from "#components/layout/page-header";
import { Section } from "#components/ui/section";
import { listOwnTokens } from "#lib/auth/queries";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";

export const metadata: Metadata = { title: "Your API tokens" };

export default async function OwnTokensPage() {
  const viewer = await requireViewer();
  const tokens = await listOwnTokens(viewer);

  return (
    <>
      <PageHeader
        title="Your API tokens"
        breadcrumb={[{ label: "Your account", href: "/account" }]}
        lede="A token speaks for you to the API: it may do what you may do, up to its limit. Treat it like a password."
      />
      <Section title="Good now">
        <TokenList tokens={tokens} timeZone={viewer.timeZone} now={now().toString()} />
      </Section>
      <Section title="New token">
        <TokenForm kind="own" />
      </Section>
    </>
  );
}
