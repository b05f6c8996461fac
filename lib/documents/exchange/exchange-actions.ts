"use server";

import { formAction } from "#lib/action";
import { importArchive } from "#lib/documents/exchange/import-commands";
import { ImportArchiveForm } from "#lib/documents/exchange/inputs";
import type { ImportedArchive } from "#lib/documents/exchange/outcome";

/** A larger archive is chosen again instead of travelling back and forth. */
const mostKeptBytes = 4 * 1024 * 1024;

/** Says what an archive of Markdown files would change, or loads it. */
export const importArchiveAction = formAction(ImportArchiveForm, async (viewer, input) => {
  const { archive: file, kept, service, source, dryRun } = input;
  const isChosen = (file?.size ?? 0) > 0;
  const archive =
    isChosen && file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(Buffer.from(kept, "base64"));
  const outcome = await importArchive(viewer, { source, dryRun, archive, service: service ?? undefined });
  const keeps = dryRun && archive.length <= mostKeptBytes;
  const result: ImportedArchive = {
    ...{ outcome, dryRun, source, service: service ?? "" },
    kept: keeps ? Buffer.from(archive).toString("base64") : "",
  };
  return { result };
});
