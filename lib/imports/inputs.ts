import { z } from "zod";

/** Names the source of a run: what a later import of the same source may prune. */
export const SourceName = z
  .string()
  .trim()
  .min(1, "Name the source.")
  .max(300, "Use at most 300 characters.")
  .regex(/^[^\p{Cc}]*$/u, "Leave out control characters.");

const place = {
  location: z.string(),
  document: z.int().min(1),
  line: z.int().min(1),
  source: SourceName.optional(),
  notes: z.array(z.object({ line: z.int(), note: z.string() })).optional(),
};

const ParsedDocument = z.object({ ...place, value: z.unknown(), lines: z.record(z.string(), z.int()) });
const BrokenDocument = z.object({ ...place, reason: z.string(), hidesOthers: z.boolean().optional() });

/** What the import command sends to the server that holds the embedded database. */
export const LocalImport = z.object({
  documents: z.array(z.union([BrokenDocument, ParsedDocument])),
  source: SourceName,
  dryRun: z.boolean(),
  prune: z.boolean(),
});
export type LocalImport = z.output<typeof LocalImport>;
