import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportDifferences } from "#components/imports/import-differences";
import { ImportNotes, RejectedDocuments } from "#components/imports/rejected-documents";
import { RunOutcome } from "#components/imports/run-outcome";
import { StartImportForm } from "#components/imports/start-import-form";
import { PageHeader } from "#components/layout/page-header";
import { Instant } from "#components/ui/instant";
import { requireViewer } from "#lib/auth/viewer";
import { findRun } from "#lib/imports/queries";

export const metadata: Metadata = { title: "Import" };

const breadcrumb = [
  { label: "Administration", href: "/administration" },
  { label: "Imports", href: "/administration/imports" },
];

export default async function ImportPage({ params }: PageProps<"/administration/imports/[run]">) {
  const [viewer, { run: id }] = await Promise.all([requireViewer(), params]);
  const run = await findRun(viewer, id);
  if (!run) notFound();

  return (
    <>
      <PageHeader
        title={run.source}
        breadcrumb={breadcrumb}
        facts={run.isDryRun ? "dry run" : "import"}
        lede={
          <>
            Begun <Instant at={run.startedAt} timeZone={viewer.timeZone} isZoneShown /> by {run.by}
            {run.prunes && ", pruning what the source no longer has"}.
          </>
        }
      />
      <RunOutcome run={run} />
      {run.canStart && run.differences.length > 0 && <StartImportForm run={run.id} changes={run.differences.length} />}
      <RejectedDocuments rejected={run.rejected} />
      <ImportDifferences differences={run.differences} />
      <ImportNotes notes={run.notes} />
    </>
  );
}
