import { answer, apiRoute, json } from "#lib/api";
import { findDependenciesCall } from "#lib/api/services";
import { NotFound } from "#lib/errors";
import type { GraphNode } from "#lib/services/graph";
import { findGraph } from "#lib/services/graph-queries";
import { findService } from "#lib/services/queries";

export const { GET, PUT, DELETE, POST, PATCH, OPTIONS } = apiRoute({
  GET: answer(findDependenciesCall, async ({ viewer, params: { slug } }) => {
    const service = await findService(viewer, slug);
    if (!service) throw new NotFound(`There is no service “${slug}”.`);
    const { nodes, edges, isCut } = await findGraph(viewer, service.id);
    const keys = new Map(nodes.map((node) => [node.id, keyOf(node)]));
    return json({
      service: service.slug,
      nodes: nodes.map((node) => {
        const { noun, name, tier, distance } = node;
        return { key: keyOf(node), noun, slug: node.slug, name, tier, distance };
      }),
      edges: edges.map(({ from, to, kind }) => ({ from: keys.get(from), to: keys.get(to), kind })),
      isCut,
    });
  }),
});

const keyOf = ({ noun, slug }: GraphNode) => `${noun}:${slug}`;
