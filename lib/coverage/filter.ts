import { z } from "zod";
import { type CheckKind, checks } from "#lib/coverage/checks";
import { isStorable, Slug } from "#lib/fields";

const kinds = checks.map(({ kind }) => kind) as [CheckKind, ...CheckKind[]];

/** The order of the matrix: `nearest` has those first that lack the least to their next level. */
export const matrixSorts = ["tier", "name", "level", "nearest"] as const;
export type MatrixSort = (typeof matrixSorts)[number];

/** Which services of the matrix are wanted, as an address and the API say it. */
export const MatrixFilter = z.object({
  query: z
    .string()
    .trim()
    .max(200, "Search for at most 200 characters.")
    .refine(isStorable, "Leave out characters that are no text.")
    .optional()
    .meta({ description: "Words of the name or slug" }),
  team: Slug.optional().meta({ description: "Delivered by this team or one beneath it", example: "checkout" }),
  tier: z.enum(["1", "2", "3", "4", "none"], "Use 1 to 4, or none.").optional(),
  customerFacing: z.enum(["true", "false", "unknown"], "Use true, false or unknown.").optional(),
  level: z
    .enum(["0", "1", "2", "3", "4", "none"], "Use 0 to 4, or none.")
    .optional()
    .meta({ description: "How many levels are reached; `none` has not been measured" }),
  missing: z
    .enum(kinds, "Use the name of a check.")
    .optional()
    .meta({ description: "A check that is not met, or not measured" }),
  sort: z.enum(matrixSorts, `Sort by ${matrixSorts.join(", ")}.`).optional(),
  cursor: z.string().max(1_000).optional().meta({ description: "The `nextCursor` of the part before" }),
  limit: z.coerce.number("Use a number from 1 to 200.").int().min(1).max(200).optional(),
});
export type MatrixFilter = z.output<typeof MatrixFilter>;
