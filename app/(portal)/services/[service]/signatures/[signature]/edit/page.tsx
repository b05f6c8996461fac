import { PageHeader } from "#components/layout/page-header";
import { NotAllowed } from "#components/services/not-allowed";
import { EditSignature } from "#components/signatures/edit-signature";
import { wayTo } from "#components/signatures/signature-header";
import { signatureUrl } from "#lib/documents/addresses";
import { loadSignature, signatureMetadata } from "../load-signature";

type Props = PageProps<"/services/[service]/signatures/[signature]/edit">;

export const generateMetadata = ({ params }: Props) => signatureMetadata(params, "Edit");

export default async function EditSignaturePage({ params }: Props) {
  const { signature } = await loadSignature(params, "/edit");
  const { service, meaning, canEdit } = signature;
  const way = [...wayTo(service), { href: signatureUrl(signature), label: meaning }];

  return (
    <>
      <PageHeader breadcrumb={way} title="Edit the signature" />
      {canEdit ? (
        <EditSignature signature={signature} />
      ) : (
        <NotAllowed service={service} who="members of the service's delivery or ops team can change its signatures" />
      )}
    </>
  );
}
