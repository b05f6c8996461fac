import { Link } from "#components/ui/link";
import { addressWith } from "#lib/address-values";
import { type TeamFilter, type TeamSort, teamSorts } from "#lib/teams/filter";

const words: Record<TeamSort, string> = {
  relevance: "best match",
  name: "name",
  people: "people",
  services: "services",
};

/** The order of the list, as words to choose from. */
export function TeamOrder({ filter }: { filter: TeamFilter }) {
  const natural: TeamSort = filter.query ? "relevance" : "name";
  const current = filter.sort === "relevance" && !filter.query ? "name" : (filter.sort ?? natural);
  const offered = teamSorts.filter((sort) => sort !== "relevance" || filter.query);
  return (
    <div className="flex gap-x-3 text-ink-faint text-small" data-screen-only="">
      <span>by</span>
      {offered.map((sort) =>
        sort === current ? (
          <b key={sort} aria-current="true" className="text-ink">
            {words[sort]}
          </b>
        ) : (
          <Link key={sort} href={addressWith("/teams", { ...filter, cursor: undefined, sort })} scroll={false}>
            {words[sort]}
          </Link>
        ),
      )}
    </div>
  );
}
