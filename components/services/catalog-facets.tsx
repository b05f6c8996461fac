import { FacetList, type FacetOption } from "#components/ui/facet-list";
import { facetWords, toggled } from "#lib/services/catalog-address";
import type { Facets, FacetValue } from "#lib/services/catalog-queries";
import type { FacetName } from "#lib/services/facets";
import type { ServiceFilter } from "#lib/services/filter";

const groups: readonly { facet: Exclude<FacetName, "team">; title: string; order?: readonly string[] }[] = [
  { facet: "gap", title: "What is missing" },
  { facet: "tier", title: "Tier", order: ["1", "2", "3", "4", "none"] },
  { facet: "lifecycle", title: "Lifecycle", order: ["production", "experimental", "deprecated"] },
  { facet: "customerFacing", title: "Who notices", order: ["true", "false", "unknown"] },
];
const teamsInSight = 8;
const mostTeams = 60;

/** The ways to narrow the catalog, each with how many services it would leave. */
export function CatalogFacets({ filter, facets }: { filter: ServiceFilter; facets: Facets }) {
  const option = (facet: FacetName, { value, label, count, isChosen }: FacetValue): FacetOption => ({
    label: facetWords(facet, value, () => label),
    count,
    href: toggled(filter, facet, value),
    isCurrent: isChosen,
  });
  const teams = facets.team.slice(0, mostTeams).map((value) => option("team", value));
  return (
    <>
      {teams.length > 0 && <FacetList title="Team" options={teams.slice(0, teamsInSight)} />}
      {teams.length > teamsInSight && (
        <details className="-mt-4 mb-5">
          <summary className="w-fit rounded-small py-0.75 text-accent text-small hover:underline touch:py-2.5">
            {teams.length - teamsInSight} more teams
          </summary>
          <FacetList title="More teams" options={teams.slice(teamsInSight)} />
        </details>
      )}
      {groups.map(({ facet, title, order }) => {
        const values = order ? inOrder(facets[facet], order) : facets[facet];
        return values.length > 0 ? (
          <FacetList key={facet} title={title} options={values.map((value) => option(facet, value))} />
        ) : null;
      })}
    </>
  );
}

function inOrder(values: FacetValue[], order: readonly string[]): FacetValue[] {
  return values.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
}
