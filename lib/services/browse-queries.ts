import "server-only";
import type { Viewer } from "#lib/auth/policy";
import type { Part } from "#lib/cursor";
import { Invalid } from "#lib/errors";
import { type Chosen, chosenIn, without } from "#lib/services/catalog-address";
import { type CatalogItem, countFacets, type Facets, listServices } from "#lib/services/catalog-queries";
import type { ServiceFilter } from "#lib/services/filter";
import { type AddressValues, readFilter } from "#lib/services/read-filter";

export type Catalog = {
  filter: ServiceFilter;
  facets: Facets;
  services: Part<CatalogItem>;
  chosen: Chosen[];
  /** Where nothing matches: how many would, without one of the choices. */
  ways: (Chosen & { count: number })[];
  problems: string[];
};

/** The catalog as an address asks for it. What of the address makes no sense is named in `problems` and left out. */
export async function browseServices(viewer: Viewer, values: AddressValues): Promise<Catalog> {
  const { filter, problems } = readFilter(values);
  const [facets, services] = await Promise.all([countFacets(viewer, filter), listPart(viewer, filter, problems)]);
  const chosen = chosenIn(filter, (slug) => facets.team.find((team) => team.value === slug)?.label ?? slug);
  const ways = facets.total === 0 ? await listWaysOut(viewer, filter, chosen) : [];
  return { filter, facets, services, chosen, ways, problems };
}

async function listPart(viewer: Viewer, filter: ServiceFilter, problems: string[]): Promise<Part<CatalogItem>> {
  try {
    return await listServices(viewer, filter);
  } catch (error) {
    if (!(error instanceof Invalid) || filter.cursor === undefined) throw error;
    problems.push("cursor: The place in the list is not known any more; this is its beginning.");
    return listServices(viewer, { ...filter, cursor: undefined });
  }
}

async function listWaysOut(viewer: Viewer, filter: ServiceFilter, chosen: Chosen[]) {
  const counts = await Promise.all(chosen.map((one) => countFacets(viewer, without(filter, one))));
  return chosen
    .map((one, index) => ({ ...one, count: counts[index]?.total ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.count - other.count);
}
