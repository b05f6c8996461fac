/** The filters that narrow by facet; each has counts beside the list. */
export const facetNames = ["team", "tier", "lifecycle", "customerFacing", "gap"] as const;
export type FacetName = (typeof facetNames)[number];

export const isFacet = (key: string): key is FacetName => (facetNames as readonly string[]).includes(key);

/** What an address of the catalog may carry, in the order in which we write it. */
export const addressKeys = ["query", ...facetNames, "owned", "mine", "starred", "retired", "sort", "cursor"] as const;
export type AddressKey = (typeof addressKeys)[number];
