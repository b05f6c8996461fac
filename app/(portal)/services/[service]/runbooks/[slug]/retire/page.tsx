import { documentMetadata } from "../../../_documents/load-document";
import { RetireDocument } from "../../../_documents/retire";

type Props = PageProps<"/services/[service]/runbooks/[slug]/retire">;

export const generateMetadata = ({ params }: Props) => documentMetadata("runbook", params, "Retire");

export default function RetireRunbookPage({ params }: Props) {
  return <RetireDocument kind="runbook" params={params} />;
}
