import { kindWords } from "#components/documents/document-words";
import { FacetList } from "#components/ui/facet-list";
import { addressWith } from "#lib/address-values";
import { type DocumentFilter, freshnessStates } from "#lib/documents/filter";
import type { FreshnessState } from "#lib/documents/freshness";

const kinds = ["runbook", "note"] as const;
const states: Record<FreshnessState, string> = {
  overdue: "overdue",
  doubtful: "doubtful",
  unreviewed: "not yet reviewed",
  reviewed: "reviewed",
  proven: "proven",
};

type DocumentFacetsProps = { filter: DocumentFilter; teams: readonly { slug: string; name: string }[] };

/** The ways to narrow the documents: how far they can be trusted, of which kind, of which of the reader's teams. */
export function DocumentFacets({ filter, teams }: DocumentFacetsProps) {
  const narrowed = (change: Partial<DocumentFilter>) =>
    addressWith("/documents", { ...filter, cursor: undefined, ...change });
  const options = <Key extends "state" | "kind" | "team" | "service">(
    key: Key,
    values: readonly { value: NonNullable<DocumentFilter[Key]>; label: string }[],
  ) =>
    values.map(({ value, label }) => ({
      label,
      href: narrowed({ [key]: filter[key] === value ? undefined : value }),
      isCurrent: filter[key] === value,
    }));
  const otherTeam = filter.team && !teams.some(({ slug }) => slug === filter.team) ? [filter.team] : [];
  const shownTeams = [
    ...otherTeam.map((slug) => ({ value: slug, label: slug })),
    ...teams.map(({ slug, name }) => ({ value: slug, label: name })),
  ];
  return (
    <>
      <FacetList
        title="How far it can be trusted"
        options={options(
          "state",
          freshnessStates.map((value) => ({ value, label: states[value] })),
        )}
      />
      <FacetList
        title="Kind"
        options={options(
          "kind",
          kinds.map((value) => ({ value, label: kindWords[value].many })),
        )}
      />
      {shownTeams.length > 0 && <FacetList title="Team" options={options("team", shownTeams)} />}
      {filter.service && (
        <FacetList title="Service" options={options("service", [{ value: filter.service, label: filter.service }])} />
      )}
    </>
  );
}
