import { z } from "zod";
import { isStorable, Slug } from "#lib/fields";

/** Which people are wanted, as an address and the API say it. */
export const PersonFilter = z.object({
  query: z
    .string()
    .trim()
    .max(200, "Search for at most 200 characters.")
    .refine(isStorable, "Leave out characters that are no text.")
    .optional(),
  team: Slug.optional(),
  status: z.enum(["active", "deactivated"], "Use active or deactivated.").optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number("Use a number from 1 to 200.").int().min(1).max(200).optional(),
});
export type PersonFilter = z.output<typeof PersonFilter>;
