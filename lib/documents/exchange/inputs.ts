import { z } from "zod";
import { OptionalSlug, Slug } from "#lib/fields";
import { SourceName } from "#lib/imports/inputs";

/** How a folder of documents is to be loaded, as a query says it. */
export const DocumentsWish = z.object({
  source: SourceName,
  service: Slug.optional(),
  dryRun: z
    .enum(["true", "false"])
    .default("false")
    .transform((word) => word === "true"),
});

/** The most that an upload on the administrator's screen may hold. */
export const mostArchiveBytes = 32 * 1024 * 1024;

/** An upload on the administrator's screen: tried out first, and then loaded from what that kept, or at once. */
export const ImportArchiveForm = z
  .object({
    archive: z.instanceof(File).optional(),
    /** The archive of the dry run, in base64. */
    kept: z.string().default(""),
    service: OptionalSlug.default(null),
    source: SourceName,
    dryRun: z.enum(["yes", "no"]).transform((word) => word === "yes"),
  })
  .refine(({ archive, kept }) => kept !== "" || (archive?.size ?? 0) > 0, {
    path: ["archive"],
    message: "Choose a ZIP archive.",
  })
  .refine(({ archive }) => (archive?.size ?? 0) <= mostArchiveBytes, {
    path: ["archive"],
    message: "An archive may have at most 32 MiB.",
  });
