import { documentMetadata } from "../../../../_documents/load-document";
import { DocumentRevision } from "../../../../_documents/revision";

type Props = PageProps<"/services/[service]/notes/[slug]/history/[n]">;

export const generateMetadata = async ({ params }: Props) =>
  documentMetadata("note", params, `Revision ${(await params).n}`);

export default function NoteRevisionPage({ params }: Props) {
  return <DocumentRevision kind="note" params={params} />;
}
