import "server-only";
import type { Viewer } from "#lib/auth/policy";
import { findGraph, type ServiceGraph } from "#lib/services/graph-queries";
import { type Drawing, layoutGraph, mostLines } from "#lib/services/layout";

export type DrawnGraph = ServiceGraph & {
  drawing: Drawing /** Some needs are only in the list: too many to draw. */;
  areLinesCut: boolean;
};

/** The neighbourhood of a service or entry, with a place for everything in it. */
export async function drawGraph(viewer: Viewer, thingId: string): Promise<DrawnGraph> {
  const graph = await findGraph(viewer, thingId);
  return {
    ...graph,
    drawing: await layoutGraph(graph.nodes, graph.edges),
    areLinesCut: graph.edges.length > mostLines,
  };
}
