import { documentMetadata } from "../../../../_documents/load-document";
import { DocumentSuggestion } from "../../../../_documents/suggestion";

type Props = PageProps<"/services/[service]/runbooks/[slug]/suggestions/[suggestion]">;

export const generateMetadata = ({ params }: Props) => documentMetadata("runbook", params, "Suggested edit");

export default function RunbookSuggestionPage({ params }: Props) {
  return <DocumentSuggestion kind="runbook" params={params} />;
}
