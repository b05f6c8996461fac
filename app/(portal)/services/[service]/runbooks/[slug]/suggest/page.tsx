import { documentMetadata } from "../../../_documents/load-document";
import { SuggestEdit } from "../../../_editor/edit";

type Props = PageProps<"/services/[service]/runbooks/[slug]/suggest">;

export const generateMetadata = ({ params }: Props) => documentMetadata("runbook", params, "Suggest an edit");

export default function SuggestRunbookPage({ params }: Props) {
  return <SuggestEdit kind="runbook" params={params} />;
}
