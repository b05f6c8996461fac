import { z } from "zod";
import { defineCall } from "#lib/api/call";
import { Flag } from "#lib/api/shared";
import { Slug } from "#lib/fields";
import { SourceName } from "#lib/imports/inputs";

const path = z.string().meta({ example: "kubernetes/KubePodCrashLooping.md" });
const address = z.string().meta({
  description: "Service, room and slug, as its page has them",
  example: "checkout/runbooks/kubepodcrashlooping",
});
const loaded = z.array(z.object({ path, address, title: z.string() }).meta({ id: "LoadedDocument" }));
const told = z.array(z.object({ path, reason: z.string() }).meta({ id: "ToldFile" }));

export const DocumentImportAnswer = z
  .object({
    created: loaded,
    changed: loaded,
    merged: loaded.meta({ description: "Changed in the source and here; both changes are in it" }),
    unchanged: z.number().int(),
    conflicts: z
      .array(
        z
          .object({ path, reason: z.string(), address, here: z.string(), there: z.string() })
          .meta({ id: "ImportConflict" }),
      )
      .meta({ description: "Changed in the source and here in one place; nothing was touched" }),
    rejected: told,
    passedOver: told.meta({ description: "Files that are no documents, and documents that were retired here" }),
  })
  .meta({ id: "DocumentImportResult" });

export const importDocumentsCall = defineCall({
  id: "importDocuments",
  method: "PUT",
  path: "/documents",
  tag: "Documents",
  summary: "Load a folder of Markdown files",
  description:
    "A ZIP archive or a JSON array of `{ path, text }`, up to 32 MiB. Front matter may say `title`, `service`, `kind`, `slug`, `alertNames` and `reviewIntervalDays`; `service` of the call serves files that name none. Sending the same again changes nothing; what was changed here meanwhile is merged, never overwritten. Scope `admin`.",
  query: z.object({
    source: SourceName.optional().meta({ description: "Names the folder", example: "prometheus-runbooks" }),
    service: Slug.optional().meta({ example: "checkout" }),
    dryRun: Flag.optional(),
  }),
  textBody: ["application/zip", "application/json"],
  answers: { 200: { description: "What was done, or would be", schema: DocumentImportAnswer } },
  problems: [413, 415],
});

export const exportDocumentsCall = defineCall({
  id: "exportDocuments",
  method: "GET",
  path: "/documents.zip",
  tag: "Documents",
  summary: "Everything that is written, as a ZIP archive that imports again to the same",
  description: "Living documents, signatures, and the files that they show. Scope `admin`.",
  answers: { 200: { description: "application/zip" } },
});

export const documentExchangeCalls = [importDocumentsCall, exportDocumentsCall];
