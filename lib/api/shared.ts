import { z } from "zod";
import { isStorable } from "#lib/fields";

/** Pieces of the calls that several nouns share. */

export const Instant = z.string().meta({
  format: "date-time",
  description: "An RFC 3339 instant",
  example: "2026-03-02T09:00:00+00:00",
});

export const SlugText = (example: string) => z.string().meta({ description: "The address of a thing", example });

export const NextCursor = z
  .string()
  .nullable()
  .meta({ description: "Give it as `cursor` to read on; null at the end" });

export const Cursor = z.string().max(1_000).optional().meta({ description: "The `nextCursor` of the part before" });

const wrongLimit = "Use a number from 1 to 200.";
export const Limit = z.coerce
  .number(wrongLimit)
  .int(wrongLimit)
  .min(1, wrongLimit)
  .max(200, wrongLimit)
  .default(50)
  .meta({ description: "How many at most", override: { type: "integer", minimum: 1, maximum: 200, default: 50 } });

export const SearchQuery = z
  .string()
  .trim()
  .max(200, "Search for at most 200 characters.")
  .refine(isStorable, "Leave out characters that are no text.");

export const Flag = z.enum(["true", "false"], "Use true or false.").transform((value) => value === "true");

/** `at` of a call that answers for an instant; the schema's output is a `Temporal.Instant`. */
export const InstantInput = z
  .string()
  .refine(isInstant, "Write an instant of the years 1900 to 2199 with its offset, such as 2026-03-02T09:00:00Z.")
  .transform((text) => Temporal.Instant.from(text))
  .meta({
    format: "date-time",
    description: "An RFC 3339 instant; now when left out",
    example: "2026-03-02T09:00:00Z",
  });

function isInstant(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d[Tt]/.test(text)) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

export const partOf = (item: z.ZodType, id: string) =>
  z.object({ items: z.array(item), nextCursor: NextCursor }).meta({ id });
