import { documentMetadata } from "../../../_documents/load-document";
import { MoveDocument } from "../../../_documents/move";

type Props = PageProps<"/services/[service]/notes/[slug]/move">;

export const generateMetadata = ({ params }: Props) => documentMetadata("note", params, "Title and address");

export default function MoveNotePage({ params }: Props) {
  return <MoveDocument kind="note" params={params} />;
}
