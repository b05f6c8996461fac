import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { importRuns } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Invalid } from "#lib/errors";
import { type ImportOptions, importCatalog } from "#lib/imports/commands";
import { decodeText, parseDocuments } from "#lib/imports/documents";
import { beginRun } from "#lib/imports/runs";
import type { SourceDocument } from "#lib/imports/source-document";
import { unfollowed } from "#lib/imports/unfollowed";

export type UploadedFile = { name: string; bytes: Uint8Array };
type Upload = { name: string; text: string }[];

/**
 * Looks what an upload would change and keeps both, to be imported as it was seen. Returns the dry run's id. The
 * viewer's earlier uploads are let go. Throws Forbidden, Invalid.
 */
export async function draftImport(
  viewer: Viewer,
  { files, source, prune }: { files: readonly UploadedFile[]; source: string; prune: boolean },
  at = now(),
): Promise<string> {
  authorize(viewer, "import:run");
  const upload = files.map(readUpload);
  const documents = await documentsOf(upload);
  if (documents.length === 0) throw new Invalid("There is no descriptor in it.", "files");
  const result = await importCatalog(viewer, documents, { source, prune, dryRun: true }, at);
  const { total, created, changed, unchanged, retired, rejected, notes, differences } = result;
  return inTransaction(async (tx) => {
    const isOwnDraft = and(
      eq(importRuns.isDryRun, true),
      eq(importRuns.actor, viewer.name),
      isNotNull(importRuns.upload),
    );
    await tx.update(importRuns).set({ upload: null, differences: [] }).where(isOwnDraft);
    const [run] = await tx
      .insert(importRuns)
      .values({
        ...{ source, personId: viewer.personId, actor: viewer.name, startedAt: at, finishedAt: now() },
        ...{ isDryRun: true, prunes: prune, total, done: total },
        ...{ created, changed, unchanged, retired, rejected, notes, differences, upload },
      })
      .returning({ id: importRuns.id });
    if (!run) throw new Error("The database returned no run.");
    return run.id;
  });
}

/** An import that has been announced: its page can be shown while `run` does the work. */
export type StartedImport = { id: string; run: () => Promise<void> };

/** Makes a dry run real, once. The caller runs it when the page has been answered. Throws Forbidden, Conflict. */
export async function startImport(viewer: Viewer, draft: string, at = now()): Promise<StartedImport> {
  authorize(viewer, "import:run");
  const { upload, source, prune } = await takeUpload(draft);
  const documents = await documentsOf(upload);
  const id = await beginRun(viewer, { source, total: documents.length, prunes: prune }, at);
  const options: ImportOptions = { source, prune, run: id };
  return { id, run: async () => void (await importCatalog(viewer, documents, options, at)) };
}

async function takeUpload(draft: string): Promise<{ upload: Upload; source: string; prune: boolean }> {
  return inTransaction(async (tx) => {
    const [row] = await tx.select().from(importRuns).where(eq(importRuns.id, draft)).for("update");
    if (!row?.upload) throw new Conflict("This upload has been imported or replaced already. Upload it again.");
    await tx.update(importRuns).set({ upload: null }).where(eq(importRuns.id, draft));
    return { upload: row.upload, source: row.source, prune: row.prunes };
  });
}

function readUpload({ name, bytes }: UploadedFile): Upload[number] {
  const decoded = decodeText(bytes);
  if ("reason" in decoded) throw new Invalid(`${name}: ${decoded.reason}`, "files");
  return { name, text: decoded.text };
}

async function documentsOf(upload: Upload): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = [];
  for (const { name, text } of upload) documents.push(...(await parseDocuments(text, name)));
  return unfollowed(documents);
}
