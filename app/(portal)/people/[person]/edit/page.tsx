import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header";
import { EditPersonForm } from "#components/people/person-form";
import { personAddress } from "#components/people/person-link";
import { listRegions } from "#lib/people/holiday-queries";
import { findRegion } from "#lib/people/regions";
import { loadPerson, personMetadata } from "../load-person";

type Props = PageProps<"/people/[person]/edit">;

export const generateMetadata = ({ params }: Props) => personMetadata(params, "Edit");

export default async function EditPersonPage({ params }: Props) {
  const { person } = await loadPerson(params, "/edit");
  if (!person.permissions.canEdit) notFound();
  const region = findRegion(await listRegions(), person.holidayRegion);

  return (
    <>
      <PageHeader
        title={person.permissions.isSelf ? "Your profile" : `Edit ${person.name}`}
        breadcrumb={[
          { label: "People", href: "/people" },
          { label: person.name, href: personAddress(person.address) },
        ]}
      />
      <EditPersonForm person={person} region={region && { value: region.code, label: region.name }} />
    </>
  );
}
