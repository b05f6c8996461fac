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

/** What stands around a thing within so many steps, the nearest first; `isCut` when there is more of it. */
export type ServiceGraph = { nodes: GraphNode[]; edges: GraphEdge[]; steps: number; isCut: boolean };

/** The part of a graph that is so many steps from its middle: at most `most` things, and the needs among them. */
export function nearPartOf(graph: ServiceGraph, steps: number, most: number): ServiceGraph {
  const near = graph.nodes.filter(({ distance }) => distance <= steps);
  const nodes = near.slice(0, most);
  const kept = new Set(nodes.map(({ id }) => id));
  const edges = graph.edges.filter(({ from, to }) => kept.has(from) && kept.has(to));
  // What the larger graph left out lies within these steps only where all that it holds does.
  const isCut = near.length > most || (graph.isCut && near.length === graph.nodes.length);
  return { nodes, edges, steps: Math.min(steps, graph.steps), isCut };
}

/** The page of a thing in a graph. */
export function addressOf({ noun, slug }: Pick<GraphNode, "noun" | "slug">): string {
  return noun === "service" ? `/services/${slug}` : `/entries/${noun}/${slug}`;
}
