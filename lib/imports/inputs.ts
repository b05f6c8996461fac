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

/** The most that an upload may hold altogether. */
export const mostUploadBytes = 32 * 1024 * 1024;

const ticked = z
  .enum(["on", ""])
  .optional()
  .transform((value) => value === "on");

/** An upload on the administrator's screen: files, pasted text, or both. */
export const DraftImportInput = z
  .object({
    files: z.array(z.instanceof(File)).default([]),
    text: z.string().default(""),
    source: SourceName,
    prune: ticked,
  })
  .refine(({ files, text }) => text !== "" || files.some(({ size }) => size > 0), {
    path: ["files"],
    message: "Choose a file, or paste descriptors below.",
  })
  .refine(({ files }) => files.reduce((bytes, { size }) => bytes + size, 0) <= mostUploadBytes, {
    path: ["files"],
    message: "Together the files may have at most 32 MiB.",
  });

/** Which dry run is to become a real one. */
export const StartImportInput = z.object({ run: z.uuid() });
