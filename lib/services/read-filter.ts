import { addressKeys, isFacet } from "#lib/services/facets";
import { ServiceFilter } from "#lib/services/filter";

export type AddressValues = Record<string, string | string[] | undefined>;
export type ReadFilter = {
  filter: ServiceFilter /** What could not be understood, and was left out. */;
  problems: string[];
};

/** The filter that an address of the catalog asks for; whatever makes no sense is left out and named. */
export function readFilter(values: AddressValues): ReadFilter {
  const filter: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const key of addressKeys) {
    const value = isFacet(key) ? values[key] : [values[key]].flat().at(-1);
    if (value === undefined || value.length === 0) continue;
    const read = ServiceFilter.shape[key].safeParse(value);
    if (read.success) filter[key] = read.data;
    else problems.push(`${key}: ${read.error.issues[0]?.message}`);
  }
  return { filter: filter as ServiceFilter, problems };
}
