import { FacetList } from "#components/ui/facet-list";
import { addressWith } from "#lib/address-values";
import type { TeamFilter } from "#lib/teams/filter";
import { describeTeamGap, teamGapKinds } from "#lib/teams/gaps";
import { teamKinds } from "#lib/teams/inputs";
import type { TeamFacets } from "#lib/teams/list-queries";

/** The ways to narrow the teams, each with how many it would leave. */
export function TeamFacetLists({ filter, facets }: { filter: TeamFilter; facets: TeamFacets }) {
  const narrowed = (change: Partial<TeamFilter>) => addressWith("/teams", { ...filter, cursor: undefined, ...change });
  const kinds = teamKinds.map((kind) => ({
    label: kind === "ops" ? "ops" : "delivery",
    count: facets.kind[kind],
    href: narrowed({ kind: filter.kind === kind ? undefined : kind }),
    isCurrent: filter.kind === kind,
  }));
  const gaps = teamGapKinds
    .filter((gap) => facets.gap[gap] > 0 || filter.gap === gap)
    .map((gap) => ({
      label: describeTeamGap(gap).label,
      count: facets.gap[gap],
      href: narrowed({ gap: filter.gap === gap ? undefined : gap }),
      isCurrent: filter.gap === gap,
    }));
  return (
    <>
      <FacetList title="Kind" options={kinds} />
      {gaps.length > 0 && <FacetList title="What is missing" options={gaps} />}
    </>
  );
}
