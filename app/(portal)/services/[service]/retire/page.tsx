import { NotAllowed } from "#components/services/not-allowed";
import { RetireForm } from "#components/services/retire-form";
import { StillNeeded } from "#components/services/still-needed";
import { TaskHeader } from "#components/services/task-header";
import { listNeighbours } from "#lib/services/queries";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/retire">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Retire");

export default async function RetireServicePage({ params }: Props) {
  const { viewer, service } = await loadService(params, "/retire");
  const { neededBy } = await listNeighbours(viewer, service.id);
  const isRetired = service.retiredAt !== null;

  return (
    <>
      <TaskHeader
        service={service}
        title={isRetired ? `Bring back ${service.name}` : `Retire ${service.name}`}
        lede={
          isRetired
            ? "It returns to the catalog as it was, with the same owners."
            : "It leaves the catalog and the searches. Its page and its history stay, and it can be brought back."
        }
      />
      {!isRetired && <StillNeeded name={service.name} neededBy={neededBy} />}
      {service.permissions.canRetire ? (
        <RetireForm slug={service.slug} isRetired={isRetired} />
      ) : (
        <NotAllowed service={service} who="leads of the team that owns the service can retire it or bring it back" />
      )}
    </>
  );
}
