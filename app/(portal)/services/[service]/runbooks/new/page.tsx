import { WriteDocument } from "../../_editor/write";
import { serviceMetadata } from "../../load-service";

type Props = PageProps<"/services/[service]/runbooks/new">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "New runbook");

export default function NewRunbookPage({ params }: Props) {
  return <WriteDocument kind="runbook" params={params} />;
}
