import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header";
import { NewPersonForm } from "#components/people/person-form";
import { can } from "#lib/auth/policy";
import { requireViewer } from "#lib/auth/viewer";

export const metadata: Metadata = { title: "Add person" };

export default async function NewPersonPage() {
  if (!can(await requireViewer(), "person:create")) notFound();

  return (
    <>
      <PageHeader
        title="Add person"
        breadcrumb={[{ label: "People", href: "/people" }]}
        lede="They are told nothing; they can sign in from now on. Their teams are chosen on the teams' pages."
      />
      <NewPersonForm />
    </>
  );
}
