import { DocumentHistory } from "../../../_documents/history";
import { documentMetadata } from "../../../_documents/load-document";

type Props = PageProps<"/services/[service]/notes/[slug]/history">;

export const generateMetadata = ({ params }: Props) => documentMetadata("note", params, "History");

export default function NoteHistoryPage({ params, searchParams }: Props) {
  return <DocumentHistory kind="note" params={params} searchParams={searchParams} />;
}
