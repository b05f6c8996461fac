"use client";

import { Link } from "#components/ui/link";
import { addressOf, type GraphEdge, type GraphNode } from "#lib/services/graph";

/** The same graph in words: one line for each thing that needs another. */
export function GraphList({ nodes, edges }: { nodes: readonly GraphNode[]; edges: readonly GraphEdge[] }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const needs = Map.groupBy(edges, (edge) => edge.from);
  if (edges.length === 0) return null;
  return (
    <details className="mb-8 border-t pt-2">
      <summary className="w-fit rounded-small text-accent text-small hover:underline touch:py-2.5">
        The graph in words
      </summary>
      <ul className="rows mt-2">
        {[...needs].map(([from, targets]) => (
          <li key={from} className="py-1.5">
            <Name node={byId.get(from)} /> <span className="text-ink-faint text-small">needs</span>{" "}
            {targets.map((edge, index) => (
              <span key={edge.to}>
                {index > 0 && ", "}
                <Name node={byId.get(edge.to)} />
                {edge.kind === "soft" && <span className="text-ink-faint text-small"> (soft)</span>}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Name({ node }: { node: GraphNode | undefined }) {
  return node && <Link href={addressOf(node)}>{node.name}</Link>;
}
