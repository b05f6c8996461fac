import { NotAllowed } from "#components/services/not-allowed";
import { RenameForm } from "#components/services/rename-form";
import { TaskHeader } from "#components/services/task-header";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/rename">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Rename");

export default async function RenameServicePage({ params }: Props) {
  const { service } = await loadService(params, "/rename");

  return (
    <>
      <TaskHeader
        service={service}
        title={`Rename ${service.name}`}
        lede="The old address leads to the new one from then on."
      />
      {service.permissions.canEdit ? (
        <RenameForm slug={service.slug} name={service.name} />
      ) : (
        <NotAllowed service={service} who="members of the service's delivery or ops team can rename it" />
      )}
    </>
  );
}
