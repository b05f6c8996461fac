import type { Metadata } from "next";
import { AdministrationTabs } from "#components/administration/administration-tabs";
import { ImportArchiveForm } from "#components/documents/exchange/import-archive-form";
import { PageHeader } from "#components/layout/page-header";
import { buttonStyle } from "#components/ui/button-style";
import { Section } from "#components/ui/section";
import { requireViewer } from "#lib/auth/viewer";

export const metadata: Metadata = { title: "Documents in and out" };

export default async function DocumentExchangePage() {
  await requireViewer();

  return (
    <>
      <PageHeader
        title="Documents in and out"
        lede="Runbooks and notes as a folder of Markdown files: loaded as often as you like, and never locked in."
        tabs={<AdministrationTabs />}
      />
      <Section title="Load a folder">
        <ImportArchiveForm />
      </Section>
      <Section title="Take everything with you">
        <p className="mb-3 max-w-[44rem] text-ink-soft">
          Every living document and signature with its pictures, text for text as it was written. The archive loads
          again to the same, here or elsewhere.
        </p>
        <a href="/api/v1/documents.zip" download className={buttonStyle()}>
          Download the archive
        </a>
      </Section>
    </>
  );
}
