import type { Metadata } from "next";
import { DocumentDirectory } from "#components/documents/document-directory";
import { DocumentTabs } from "#components/documents/document-tabs";
import { PageHeader } from "#components/layout/page-header";
import { requireViewer } from "#lib/auth/viewer";
import { browseDocuments } from "#lib/documents/browse-queries";

export const metadata: Metadata = { title: "Documents" };

export default async function DocumentsPage({ searchParams }: PageProps<"/documents">) {
  const [viewer, values] = await Promise.all([requireViewer(), searchParams]);
  const directory = await browseDocuments(viewer, values);

  return (
    <>
      <PageHeader
        title="Documents"
        lede="Runbooks and architecture notes: what the experts know, and how far it can be trusted."
        tabs={<DocumentTabs filter={directory.filter} />}
      />
      <DocumentDirectory directory={directory} timeZone={viewer.timeZone} />
    </>
  );
}
