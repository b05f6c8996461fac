import { Dependencies } from "#components/services/dependencies";
import { DependencyGraph } from "#components/services/dependency-graph";
import { GraphList } from "#components/services/graph-list";
import { ServiceHeader } from "#components/services/service-header";
import { findDrawnGraph } from "#lib/services/drawing-queries";
import { listNeighbours } from "#lib/services/queries";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/dependencies">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Dependencies");

export default async function DependenciesPage({ params }: Props) {
  const { viewer, service } = await loadService(params, "/dependencies");
  const [graph, neighbours] = await Promise.all([
    findDrawnGraph(viewer, service.id),
    listNeighbours(viewer, service.id),
  ]);

  return (
    <>
      <ServiceHeader service={service} timeZone={viewer.timeZone} />
      {graph.nodes.length > 1 && <DependencyGraph name={service.name} graph={graph} />}
      <GraphList nodes={graph.nodes} edges={graph.edges} />
      <Dependencies service={service} timeZone={viewer.timeZone} {...neighbours} />
    </>
  );
}
