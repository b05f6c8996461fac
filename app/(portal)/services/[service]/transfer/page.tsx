import { NotAllowed } from "#components/services/not-allowed";
import { TaskHeader } from "#components/services/task-header";
import { Transfer } from "#components/services/transfer";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/transfer">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Transfer");

export default async function TransferServicePage({ params, searchParams }: Props) {
  const [{ service }, { role }] = await Promise.all([loadService(params, "/transfer"), searchParams]);
  const { canEdit, canTransfer } = service.permissions;

  return (
    <>
      <TaskHeader
        service={service}
        title={`Who owns ${service.name}`}
        lede="From the moment of the transfer the new team is asked first. The history keeps who owned it before."
      />
      {service.retiredAt || !(canEdit || canTransfer) ? (
        <NotAllowed
          service={service}
          who={
            service.retiredAt
              ? "a service that is not retired can be given to a team"
              : "leads of the team that owns the service can give it to another team"
          }
        />
      ) : (
        <Transfer service={service} first={role === "ops" ? "ops" : "delivery"} />
      )}
    </>
  );
}
