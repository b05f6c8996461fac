import { DocumentNotFound } from "../_documents/not-found";

export default function RunbookNotFound() {
  return <DocumentNotFound kind="runbook" />;
}
