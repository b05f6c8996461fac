import { EditServiceForm } from "#components/services/edit-service-form";
import { NotAllowed } from "#components/services/not-allowed";
import { TaskHeader } from "#components/services/task-header";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/edit">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Edit");

export default async function EditServicePage({ params }: Props) {
  const { service } = await loadService(params, "/edit");
  const { slug, description, type, tier, lifecycle, customerFacing, repository, links } = service;

  return (
    <>
      <TaskHeader service={service} title={`Edit ${service.name}`} />
      {service.permissions.canEdit ? (
        <EditServiceForm service={{ slug, description, type, tier, lifecycle, customerFacing, repository, links }} />
      ) : (
        <NotAllowed service={service} who="members of the service's delivery or ops team can edit it" />
      )}
    </>
  );
}
