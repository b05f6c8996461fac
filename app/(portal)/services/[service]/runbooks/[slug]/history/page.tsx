import { DocumentHistory } from "../../../_documents/history";
import { documentMetadata } from "../../../_documents/load-document";

type Props = PageProps<"/services/[service]/runbooks/[slug]/history">;

export const generateMetadata = ({ params }: Props) => documentMetadata("runbook", params, "History");

export default function RunbookHistoryPage({ params, searchParams }: Props) {
  return <DocumentHistory kind="runbook" params={params} searchParams={searchParams} />;
}
