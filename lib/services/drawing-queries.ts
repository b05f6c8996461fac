import "server-only";
import { LRUCache } from "lru-cache";
import type { Viewer } from "#lib/auth/policy";
import type { ServiceGraph } from "#lib/services/graph";
import { findGraph } from "#lib/services/graph-queries";
import { type Drawing, layoutGraph, mostLines } from "#lib/services/layout";

export type DrawnGraph = ServiceGraph & {
  drawing: Drawing;
  /** Some needs are only in the list: too many to draw. */
  areLinesCut: boolean;
};

/** The neighbourhood of a service or entry, with a place for everything in it. */
export const findDrawnGraph = async (viewer: Viewer, thingId: string): Promise<DrawnGraph> =>
  draw(await findGraph(viewer, thingId));

/** A graph with a place for everything in it. */
export async function draw(graph: ServiceGraph): Promise<DrawnGraph> {
  return {
    ...graph,
    drawing: await drawingOf(graph),
    areLinesCut: graph.edges.length > mostLines,
  };
}

// The same things and needs always get the same places, so what was laid out once stays right.
const kept = new LRUCache<string, Drawing>({ max: 200 });

async function drawingOf({ nodes, edges }: ServiceGraph): Promise<Drawing> {
  const key = JSON.stringify([nodes, edges]);
  const known = kept.get(key);
  if (known) return known;
  const drawing = await layoutGraph(nodes, edges);
  kept.set(key, drawing);
  return drawing;
}
