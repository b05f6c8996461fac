import { z } from "zod";
import { defineCall } from "#lib/api/call";
import { Flag } from "#lib/api/shared";
import { SourceName } from "#lib/imports/inputs";

export const catalogTypes = ["application/yaml", "application/json"] as const;

const count = (description: string) => z.number().int().meta({ description });

export const ImportAnswer = z
  .object({
    created: count("Documents whose thing is new"),
    changed: count("Documents that changed their thing"),
    unchanged: count("Documents with nothing to do; Locations, which are not followed, are among them"),
    retired: count("Things that pruning retired"),
    rejected: z.array(
      z
        .object({
          source: z.string().meta({ description: "The `source` of the call" }),
          document: z.number().int().meta({ description: "Counted from 1" }),
          line: z.number().int().meta({ description: "The line to blame, from 1" }),
          reason: z.string(),
        })
        .meta({ id: "RejectedDocument" }),
    ),
  })
  .meta({ id: "ImportResult" });

export const importCatalogCall = defineCall({
  id: "importCatalog",
  method: "PUT",
  path: "/catalog",
  tag: "Catalog",
  summary: "Load catalog descriptors",
  description:
    "Backstage entities as YAML documents or as a JSON array, up to 32 MiB. Each document stands by itself: a bad one is rejected with its line and reason and the rest is loaded. Sending the same again changes nothing. `dryRun` only answers what would happen. `prune` retires what came from the same `source` before and is not among the documents. No Location and no placeholder is followed.",
  query: z.object({
    dryRun: Flag.optional(),
    prune: Flag.optional(),
    source: SourceName.optional().meta({
      description: "Names where the descriptors come from",
      example: "main-catalog",
    }),
  }),
  textBody: catalogTypes,
  answers: {
    200: {
      description: "What was done, or would be",
      schema: ImportAnswer,
      example: {
        ...{ created: 2, changed: 0, unchanged: 0, retired: 0 },
        rejected: [{ source: "main-catalog", document: 3, line: 41, reason: "metadata.name is missing." }],
      },
    },
  },
  problems: [413, 415],
});
