import { ServiceDocuments } from "#components/documents/service-documents";
import { ServiceSignatures } from "#components/documents/service-signatures";
import { PageColumns } from "#components/layout/page-columns";
import { ServiceHeader } from "#components/services/service-header";
import { findServiceDocuments } from "#lib/documents/service-documents-queries";
import { listServiceSignatures } from "#lib/signatures/queries";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/documents">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Documents");

export default async function ServiceDocumentsPage({ params }: Props) {
  const { viewer, service } = await loadService(params, "/documents");
  const [found, signatures] = await Promise.all([
    findServiceDocuments(viewer, service.id),
    listServiceSignatures(viewer, service.id, { limit: 10 }),
  ]);

  return (
    <>
      <ServiceHeader service={service} timeZone={viewer.timeZone} />
      <PageColumns aside={<ServiceSignatures service={service} signatures={signatures} />}>
        <ServiceDocuments service={service} found={found} timeZone={viewer.timeZone} />
      </PageColumns>
    </>
  );
}
