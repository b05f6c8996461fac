import type { CatalogItem, Facets } from "#lib/services/catalog-queries";
import { facetNames } from "#lib/services/facets";

/** A service of a list as the API names things: teams by slug, and nothing of who looks. */
export function listItem({ team, isStarred: _, ...item }: CatalogItem) {
  return { ...item, team: team?.slug ?? null };
}

export function facetsAnswer({ total, ...facets }: Facets) {
  const values = facetNames.map((name) => [
    name,
    facets[name].map(({ value, label, count }) => ({ value, label, count })),
  ]);
  return { total, ...Object.fromEntries(values) };
}
