import type { z } from "zod";

/** The search parameters of a page, as Next.js hands them over. */
export type AddressValues = Record<string, string | string[] | undefined>;

/** Reads search parameters by `schema`, field by field; whatever makes no sense is left out and named in `problems`. */
export function readAddress<Schema extends z.ZodObject>(
  schema: Schema,
  values: AddressValues,
): { filter: z.output<Schema>; problems: string[] } {
  const filter: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, field] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    const value = [values[key]].flat().at(-1);
    if (value === undefined || value.trim() === "") continue;
    const read = field.safeParse(value);
    if (read.success) filter[key] = read.data;
    else problems.push(`${key}: ${read.error.issues[0]?.message}`);
  }
  return { filter: filter as z.output<Schema>, problems };
}

/** The address of `path` with the given search parameters; what is undefined is left out. */
export function addressWith(path: string, filter: Record<string, string | number | boolean | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) if (value !== undefined) search.set(key, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}
