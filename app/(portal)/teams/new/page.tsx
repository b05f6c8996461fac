import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header";
import { NewTeamForm } from "#components/teams/team-form";
import { can } from "#lib/auth/policy";
import { requireViewer } from "#lib/auth/viewer";

export const metadata: Metadata = { title: "New team" };

export default async function NewTeamPage() {
  if (!can(await requireViewer(), "team:create")) notFound();

  return (
    <>
      <PageHeader
        title="New team"
        breadcrumb={[{ label: "Teams", href: "/teams" }]}
        lede="Its people are added on its page, and its services on theirs."
      />
      <NewTeamForm />
    </>
  );
}
