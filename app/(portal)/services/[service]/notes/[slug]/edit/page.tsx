import { documentMetadata } from "../../../_documents/load-document";
import { EditDocument } from "../../../_editor/edit";

type Props = PageProps<"/services/[service]/notes/[slug]/edit">;

export const generateMetadata = ({ params }: Props) => documentMetadata("note", params, "Edit");

export default function EditNotePage({ params }: Props) {
  return <EditDocument kind="note" params={params} />;
}
