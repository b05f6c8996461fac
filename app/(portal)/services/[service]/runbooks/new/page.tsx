import { WriteDocument } from "../../_editor/write";
import { serviceMetadata } from "../../load-service";

type Props = PageProps<"/services/[service]/runbooks/new">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "New runbook");

export default async function NewRunbookPage({ params, searchParams }: Props) {
  const { alert = "" } = await searchParams;
  return <WriteDocument kind="runbook" params={params} alertName={alert.toString().slice(0, 200)} />;
}
