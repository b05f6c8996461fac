import { documentMetadata } from "../../_documents/load-document";
import { ReadDocument } from "../../_documents/read";

type Props = PageProps<"/services/[service]/runbooks/[slug]">;

export const generateMetadata = ({ params }: Props) => documentMetadata("runbook", params);

export default function RunbookPage({ params, searchParams }: Props) {
  return <ReadDocument kind="runbook" params={params} searchParams={searchParams} />;
}
