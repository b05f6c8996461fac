import { z } from "zod";
import { isStorable, Slug } from "#lib/fields";
import { gapKinds } from "#lib/services/gaps";
import { lifecycles, serviceSorts } from "#lib/services/inputs";

const list = <Schema extends z.ZodType<unknown, string>>(item: Schema) =>
  z
    .union([z.array(z.string()), z.string()])
    .transform((value) => (Array.isArray(value) ? value : value.split(",")).map((one) => one.trim()).filter(Boolean))
    .pipe(z.array(item).max(50, "Choose at most 50."));

const flag = z.enum(["true", "false"], "Use true or false.").transform((value) => value === "true");

/** What of the catalog is wanted, as its address and the API say it. Several values of one filter mean any of them. */
export const ServiceFilter = z.object({
  query: z
    .string()
    .trim()
    .max(200, "Search for at most 200 characters.")
    .refine(isStorable, "Leave out characters that are no text.")
    .optional(),
  team: list(Slug).optional(),
  tier: list(z.enum(["1", "2", "3", "4", "none"], "Use 1 to 4, or none.")).optional(),
  lifecycle: list(z.enum(lifecycles)).optional(),
  customerFacing: list(z.enum(["true", "false", "unknown"], "Use true, false or unknown.")).optional(),
  gap: list(z.enum(gapKinds)).optional(),
  owned: flag.optional(),
  mine: flag.optional(),
  starred: flag.optional(),
  retired: flag.optional(),
  sort: z.enum(serviceSorts, "Sort by name, tier, changed or relevance.").optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce
    .number("Use a number from 1 to 200.")
    .int()
    .min(1, "Use a number from 1 to 200.")
    .max(200, "Use a number from 1 to 200.")
    .optional(),
});
export type ServiceFilter = z.output<typeof ServiceFilter>;

/** The words of a search, lower-cased; each has to match. */
export function searchWords(query: string | undefined): string[] {
  return (query ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
}
