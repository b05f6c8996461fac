import { type AddressKey, addressKeys, type FacetName, facetNames, isFacet } from "#lib/services/facets";
import type { ServiceFilter } from "#lib/services/filter";
import { describeGap, type GapKind } from "#lib/services/gaps";

/** The address of the catalog narrowed by `filter`. A cursor is not kept: another list begins at its beginning. */
export function catalogAddress(filter: ServiceFilter, path = "/services"): string {
  return addressOf({ ...filter, cursor: undefined }, path);
}

/** The address of the part that begins after `cursor`. */
export function nextAddress(filter: ServiceFilter, cursor: string): string {
  return addressOf({ ...filter, cursor }, "/services");
}

/** The address with one value of one facet chosen, or given up where it was. */
export function toggled(filter: ServiceFilter, facet: FacetName, value: string): string {
  const chosen: string[] = filter[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return catalogAddress({ ...filter, [facet]: next });
}

/** What of a filter narrows the list, in the words of the page; `key` is what to leave out to be rid of it. */
export type Chosen = { key: Exclude<AddressKey, "sort" | "cursor">; value: string; label: string };

/** Everything that narrows the list. `teamName` gives the name of a team by its slug. */
export function chosenIn(filter: ServiceFilter, teamName: (slug: string) => string): Chosen[] {
  const facets = facetNames.flatMap((key) =>
    (filter[key] ?? []).map((value) => ({ key, value, label: facetWords(key, value, teamName) })),
  );
  const flags = flagKeys
    .filter((key) => filter[key] !== undefined)
    .map((key) => ({ key, value: String(filter[key]), label: flagWords[key](filter[key] === true) }));
  const query = filter.query ? [{ key: "query" as const, value: filter.query, label: `“${filter.query}”` }] : [];
  return [...query, ...flags, ...facets];
}

/** The filter without one thing that narrows it. */
export function without(filter: ServiceFilter, { key, value }: Chosen): ServiceFilter {
  const rest = isFacet(key) ? (filter[key] ?? []).filter((one) => one !== value) : [];
  return { ...filter, cursor: undefined, [key]: rest.length > 0 ? rest : undefined };
}

const flagKeys = ["owned", "mine", "starred", "retired"] as const;
const flagWords: Record<(typeof flagKeys)[number], (is: boolean) => string> = {
  owned: (is) => (is ? "owned" : "owned by nobody"),
  mine: () => "your teams'",
  starred: () => "starred",
  retired: () => "retired",
};

/** One value of a facet in words. */
export function facetWords(facet: FacetName, value: string, teamName: (slug: string) => string): string {
  if (facet === "team") return value === "none" ? "no team" : teamName(value);
  if (facet === "tier") return value === "none" ? "no tier" : `tier ${value}`;
  if (facet === "customerFacing") return customerFacingWords[value as keyof typeof customerFacingWords];
  if (facet === "gap") return describeGap(value as GapKind).label;
  return value;
}

const customerFacingWords = { true: "customer-facing", false: "internal", unknown: "not stated" };

function addressOf(filter: Partial<Record<AddressKey, unknown>>, path: string): string {
  const search = new URLSearchParams();
  for (const key of addressKeys) {
    const value = filter[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    search.set(key, Array.isArray(value) ? value.join(",") : String(value));
  }
  return search.size > 0 ? `${path}?${search.toString().replaceAll("%2C", ",")}` : path;
}
