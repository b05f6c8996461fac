import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { PasteError } from "#components/search/paste-error";
import { requireViewer } from "#lib/auth/viewer";

export const metadata: Metadata = { title: "Paste an error" };

export default async function PastePage() {
  await requireViewer();

  return (
    <>
      <PageHeader
        title="Paste an error"
        breadcrumb={[{ href: "/search", label: "Search" }]}
        lede="Signatures of all services say what it means; runbooks, notes and the people on watch say the rest."
      />
      <PasteError />
    </>
  );
}
