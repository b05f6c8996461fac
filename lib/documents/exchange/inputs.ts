import { z } from "zod";
import { Slug } from "#lib/fields";
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
