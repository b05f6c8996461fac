import { SignatureHeader } from "#components/signatures/signature-header";
import { SignatureReading } from "#components/signatures/signature-reading";
import { listEvents } from "#lib/event-queries";
import { loadSignature, signatureMetadata } from "./load-signature";

type Props = PageProps<"/services/[service]/signatures/[signature]">;

export const generateMetadata = ({ params }: Props) => signatureMetadata(params);

export default async function SignaturePage({ params }: Props) {
  const { viewer, signature } = await loadSignature(params);
  const events = await listEvents(viewer, signature.id, { limit: 20 });

  return (
    <>
      <SignatureHeader signature={signature} timeZone={viewer.timeZone} />
      <SignatureReading signature={signature} events={events.items} timeZone={viewer.timeZone} />
    </>
  );
}
