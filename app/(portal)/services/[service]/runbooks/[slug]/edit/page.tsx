import { documentMetadata } from "../../../_documents/load-document";
import { EditDocument } from "../../../_editor/edit";

type Props = PageProps<"/services/[service]/runbooks/[slug]/edit">;

export const generateMetadata = ({ params }: Props) => documentMetadata("runbook", params, "Edit");

export default function EditRunbookPage({ params }: Props) {
  return <EditDocument kind="runbook" params={params} />;
}
