/** A thing in a dependency graph. `distance` is in steps from the middle; `side` is negative for what needs it. */
export type GraphNode = {
  id: string;
  noun: "service" | "api" | "resource" | "system" | "domain";
  slug: string;
  name: string;
  tier: number | null;
  team: string | null;
  distance: number;
  side: number;
};

/** `from` needs `to`. */
export type GraphEdge = {
  from: string;
  to: string;
  kind: "hard" | "soft";
  relation: "depends-on" | "consumes-api" | "provides-api";
};

/** The page of a thing in a graph. */
export function addressOf({ noun, slug }: Pick<GraphNode, "noun" | "slug">): string {
  return noun === "service" ? `/services/${slug}` : `/entries/${noun}/${slug}`;
}
