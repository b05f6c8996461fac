import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { PersonDirectory } from "#components/people/person-directory";
import { PersonTabs } from "#components/people/person-tabs";
import { ButtonLink } from "#components/ui/button-link";
import { can } from "#lib/auth/policy";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { browsePeople } from "#lib/people/browse-queries";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const [viewer, values] = await Promise.all([requireViewer(), searchParams]);
  const directory = await browsePeople(viewer, values);
  const canCreate = can(viewer, "person:create");

  return (
    <>
      <PageHeader
        title="People"
        lede="Everybody who can own, write or stand a watch."
        actions={canCreate && <ButtonLink href="/people/new">Add person</ButtonLink>}
        tabs={<PersonTabs {...directory} />}
      />
      <PersonDirectory directory={directory} canCreate={canCreate} now={now().toString()} />
    </>
  );
}
