import { expect, test } from "vitest";
import { type GraphNode, nearPartOf, type ServiceGraph } from "#lib/services/graph";

const node = (id: string, distance: number): GraphNode => ({
  ...{ id, noun: "service", slug: id, name: id, tier: null, team: null },
  ...{ distance, side: distance },
});
const needs = (from: string, to: string) => ({ from, to, kind: "hard", relation: "depends-on" }) as const;

const graph: ServiceGraph = {
  nodes: [node("shop", 0), node("basket", 1), node("stock", 1), node("ledger", 2)],
  edges: [needs("shop", "basket"), needs("shop", "stock"), needs("basket", "stock"), needs("stock", "ledger")],
  steps: 2,
  isCut: false,
};
const idsOf = ({ nodes }: ServiceGraph) => nodes.map(({ id }) => id);

test("the near part holds what is within the steps, and the needs among that", () => {
  const near = nearPartOf(graph, 1, 10);
  expect(idsOf(near)).toEqual(["shop", "basket", "stock"]);
  expect(near.edges).toEqual(graph.edges.slice(0, 3));
  expect(near).toMatchObject({ steps: 1, isCut: false });
});

test("the near part keeps the nearest things, and says that there are more", () => {
  const near = nearPartOf(graph, 1, 2);
  expect(idsOf(near)).toEqual(["shop", "basket"]);
  expect(near.edges).toEqual(graph.edges.slice(0, 1));
  expect(near.isCut).toBe(true);
});

test("what a graph left out far away is not missing from its near part; what it may have left out nearby is", () => {
  expect(nearPartOf({ ...graph, isCut: true }, 1, 10).isCut).toBe(false);
  const allNear = { ...graph, nodes: graph.nodes.slice(0, 3), isCut: true };
  expect(nearPartOf(allNear, 1, 10).isCut).toBe(true);
});
