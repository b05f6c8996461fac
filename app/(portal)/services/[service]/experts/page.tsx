import { Experts } from "#components/services/experts";
import { TaskHeader } from "#components/services/task-header";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/experts">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Experts");

export default async function ExpertsPage({ params }: Props) {
  const { viewer, service } = await loadService(params, "/experts");

  return (
    <>
      <TaskHeader
        service={service}
        title={`Who knows ${service.name}`}
        lede="People to ask when the page is not enough."
      />
      <Experts service={service} reader={viewer} />
    </>
  );
}
