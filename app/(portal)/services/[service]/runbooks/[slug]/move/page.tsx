import { documentMetadata } from "../../../_documents/load-document";
import { MoveDocument } from "../../../_documents/move";

type Props = PageProps<"/services/[service]/runbooks/[slug]/move">;

export const generateMetadata = ({ params }: Props) => documentMetadata("runbook", params, "Title and address");

export default function MoveRunbookPage({ params }: Props) {
  return <MoveDocument kind="runbook" params={params} />;
}
