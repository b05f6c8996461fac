import { documentMetadata } from "../../_documents/load-document";
import { ReadDocument } from "../../_documents/read";

type Props = PageProps<"/services/[service]/notes/[slug]">;

export const generateMetadata = ({ params }: Props) => documentMetadata("note", params);

export default function NotePage({ params, searchParams }: Props) {
  return <ReadDocument kind="note" params={params} searchParams={searchParams} />;
}
