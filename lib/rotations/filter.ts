import { z } from "zod";
import { isStorable, Slug } from "#lib/fields";

const flag = z.enum(["true", "false"], "Use true or false.").transform((value) => value === "true");

/** Which rotations are wanted, as an address and the API say it. */
export const RotationFilter = z.object({
  query: z
    .string()
    .trim()
    .max(200, "Search for at most 200 characters.")
    .refine(isStorable, "Leave out characters that are no text.")
    .optional(),
  team: Slug.optional(),
  mine: flag.optional(),
  retired: flag.optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number("Use a number from 1 to 200.").int().min(1).max(200).optional(),
});
export type RotationFilter = z.output<typeof RotationFilter>;
