import { WriteDocument } from "../../_editor/write";
import { serviceMetadata } from "../../load-service";

type Props = PageProps<"/services/[service]/notes/new">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "New architecture note");

export default function NewNotePage({ params }: Props) {
  return <WriteDocument kind="note" params={params} />;
}
