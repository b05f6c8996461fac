import { NotAllowed } from "#components/services/not-allowed";
import { TaskHeader } from "#components/services/task-header";
import { NewSignature } from "#components/signatures/new-signature";
import { loadService, serviceMetadata } from "../../load-service";

type Props = PageProps<"/services/[service]/signatures/new">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "New signature");

export default async function NewSignaturePage({ params }: Props) {
  const { service } = await loadService(params, "/signatures/new");

  return (
    <>
      <TaskHeader
        service={service}
        title="Write a signature"
        lede="What the error looks like, what it means, and what to do first: for whoever meets it at three in the morning."
      />
      {service.permissions.canEdit ? (
        <NewSignature service={{ slug: service.slug, name: service.name }} />
      ) : (
        <NotAllowed service={service} who="members of the service's delivery or ops team can write its signatures" />
      )}
    </>
  );
}
