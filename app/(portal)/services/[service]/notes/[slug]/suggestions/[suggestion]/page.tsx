import { documentMetadata } from "../../../../_documents/load-document";
import { DocumentSuggestion } from "../../../../_documents/suggestion";

type Props = PageProps<"/services/[service]/notes/[slug]/suggestions/[suggestion]">;

export const generateMetadata = ({ params }: Props) => documentMetadata("note", params, "Suggested edit");

export default function NoteSuggestionPage({ params }: Props) {
  return <DocumentSuggestion kind="note" params={params} />;
}
