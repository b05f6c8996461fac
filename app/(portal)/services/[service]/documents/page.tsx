import { Lacking } from "#components/alerts/lacking";
import { ServiceDocuments } from "#components/documents/service-documents";
import { ServiceSignatures } from "#components/documents/service-signatures";
import { PageColumns } from "#components/layout/page-columns";
import { ServiceHeader } from "#components/services/service-header";
import { listLacking } from "#lib/alerts/lacking-queries";
import { now } from "#lib/clock";
import { findServiceDocuments } from "#lib/documents/service-documents-queries";
import { listServiceSignatures } from "#lib/signatures/queries";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/documents">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Documents");

export default async function ServiceDocumentsPage({ params }: Props) {
  const { viewer, service } = await loadService(params, "/documents");
  const at = now();
  const [lacking, found, signatures] = await Promise.all([
    listLacking(viewer, service.id, at),
    findServiceDocuments(viewer, service.id, at),
    listServiceSignatures(viewer, service.id, { limit: 10 }),
  ]);

  return (
    <>
      <ServiceHeader service={service} timeZone={viewer.timeZone} />
      <PageColumns aside={<ServiceSignatures service={service} signatures={signatures} />}>
        <Lacking service={service} lacking={lacking} timeZone={viewer.timeZone} />
        <ServiceDocuments service={service} found={found} timeZone={viewer.timeZone} />
      </PageColumns>
    </>
  );
}
