import { documentMetadata } from "../../../_documents/load-document";
import { RetireDocument } from "../../../_documents/retire";

type Props = PageProps<"/services/[service]/notes/[slug]/retire">;

export const generateMetadata = ({ params }: Props) => documentMetadata("note", params, "Retire");

export default function RetireNotePage({ params }: Props) {
  return <RetireDocument kind="note" params={params} />;
}
