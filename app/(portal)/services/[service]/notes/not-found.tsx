import { DocumentNotFound } from "../_documents/not-found";

export default function NoteNotFound() {
  return <DocumentNotFound kind="note" />;
}
