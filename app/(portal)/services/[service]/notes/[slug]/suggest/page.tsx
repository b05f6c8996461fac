import { documentMetadata } from "../../../_documents/load-document";
import { SuggestEdit } from "../../../_editor/edit";

type Props = PageProps<"/services/[service]/notes/[slug]/suggest">;

export const generateMetadata = ({ params }: Props) => documentMetadata("note", params, "Suggest an edit");

export default function SuggestNotePage({ params }: Props) {
  return <SuggestEdit kind="note" params={params} />;
}
