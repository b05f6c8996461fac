import { notFound } from "next/navigation";
import { OneDrill } from "#components/alerts/drills/one-drill";
import { findDrill } from "#lib/alerts/drills/queries";
import { loadService, serviceMetadata } from "../../load-service";

type Props = PageProps<"/services/[service]/drills/[drill]">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Drill");

export default async function DrillPage({ params }: Props) {
  const { drill: id } = await params;
  const { viewer, service } = await loadService(params, `/drills/${encodeURIComponent(id)}`);
  const found = await findDrill(viewer, service.id, id);
  if (!found) notFound();

  return <OneDrill {...found} timeZone={viewer.timeZone} />;
}
