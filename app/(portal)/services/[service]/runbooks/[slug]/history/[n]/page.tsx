import { documentMetadata } from "../../../../_documents/load-document";
import { DocumentRevision } from "../../../../_documents/revision";

type Props = PageProps<"/services/[service]/runbooks/[slug]/history/[n]">;

export const generateMetadata = async ({ params }: Props) =>
  documentMetadata("runbook", params, `Revision ${(await params).n}`);

export default function RunbookRevisionPage({ params }: Props) {
  return <DocumentRevision kind="runbook" params={params} />;
}
