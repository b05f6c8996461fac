"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { formAction } from "#lib/action";
import { draftImport, startImport } from "#lib/imports/draft-commands";
import { DraftImportInput, StartImportInput } from "#lib/imports/inputs";

/** Leads to a dry run of the files and the text that were given. */
export const draftImportAction = formAction(DraftImportInput, async (viewer, { files, text, ...options }) => {
  const given = files.filter(({ size }) => size > 0);
  const uploads = await Promise.all(
    given.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  if (text !== "") uploads.push({ name: "pasted text", bytes: new TextEncoder().encode(text) });
  redirect(`/administration/imports/${await draftImport(viewer, { files: uploads, ...options })}`);
});

/** Makes a dry run real, and leads to the page on which its progress shows. */
export const startImportAction = formAction(StartImportInput, async (viewer, { run: draft }) => {
  const { id, run } = await startImport(viewer, draft);
  // What goes wrong is kept with the run, where its page shows it.
  after(() => run().catch((error: unknown) => process.stderr.write(`Import ${id}: ${String(error)}\n`)));
  redirect(`/administration/imports/${id}`);
});
