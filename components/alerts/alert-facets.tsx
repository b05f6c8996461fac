import { FacetList } from "#components/ui/facet-list";
import { addressWith } from "#lib/address-values";
import type { AlertFilter } from "#lib/alerts/filter";

type AlertFacetsProps = { filter: AlertFilter; teams: readonly { slug: string; name: string }[] };

/** The ways to narrow the alerts besides where they stand: the reader's own, a team's, a service's, a rule's. */
export function AlertFacets({ filter, teams }: AlertFacetsProps) {
  const option = <Key extends "team" | "service" | "rule">(key: Key, value: string, label: string) => ({
    label,
    href: addressWith("/alerts", {
      ...filter,
      cursor: undefined,
      [key]: filter[key] === value ? undefined : value,
    }),
    isCurrent: filter[key] === value,
  });
  const mine = {
    label: "Mine",
    href: addressWith("/alerts", { ...filter, cursor: undefined, mine: filter.mine ? undefined : true }),
    isCurrent: filter.mine === true,
  };
  const otherTeam = filter.team && !teams.some(({ slug }) => slug === filter.team) ? [filter.team] : [];
  return (
    <>
      <FacetList title="Whose" options={[mine]} />
      {(teams.length > 0 || otherTeam.length > 0) && (
        <FacetList
          title="Team"
          options={[
            ...otherTeam.map((slug) => option("team", slug, slug)),
            ...teams.map(({ slug, name }) => option("team", slug, name)),
          ]}
        />
      )}
      {filter.service && <FacetList title="Service" options={[option("service", filter.service, filter.service)]} />}
      {filter.rule && <FacetList title="Rule" options={[option("rule", filter.rule, filter.rule)]} />}
    </>
  );
}
