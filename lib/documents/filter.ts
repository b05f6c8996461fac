import { z } from "zod";
import { DocumentKind } from "#lib/documents/inputs";
import { isStorable, Slug } from "#lib/fields";

const flag = z.enum(["true", "false"], "Use true or false.").transform((value) => value === "true");

export const freshnessStates = ["overdue", "doubtful", "unreviewed", "reviewed", "proven"] as const;

/** Which documents are wanted, as an address and the API say it. */
export const DocumentFilter = z.object({
  /** Words that all stand in the title or the address. */
  query: z
    .string()
    .trim()
    .max(200, "Search for at most 200 characters.")
    .refine(isStorable, "Leave out characters that are no text.")
    .optional(),
  service: Slug.optional(),
  /** The delivery or ops team of their service. */
  team: Slug.optional(),
  kind: DocumentKind.optional(),
  state: z.enum(freshnessStates, "Use overdue, doubtful, unreviewed, reviewed or proven.").optional(),
  /** Of services of the viewer's teams. */
  mine: flag.optional(),
  retired: flag.optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number("Use a number from 1 to 200.").int().min(1).max(200).optional(),
});
export type DocumentFilter = z.output<typeof DocumentFilter>;
