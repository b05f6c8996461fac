import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode } from "#lib/services/graph";
import { layoutGraph, mostLines, type PlacedNode } from "#lib/services/layout";

const node = (id: string, facts: Partial<GraphNode> = {}): GraphNode => ({
  id,
  noun: "service",
  slug: id,
  name: id,
  tier: 2,
  team: "Checkout",
  distance: 1,
  side: 1,
  ...facts,
});
const edge = (from: string, to: string, kind: "hard" | "soft" = "hard"): GraphEdge => ({
  from,
  to,
  kind,
  relation: "depends-on",
});
const byId = (nodes: PlacedNode[]) => Object.fromEntries(nodes.map((placed) => [placed.id, placed]));

describe("layoutGraph", () => {
  it("stands what needs on the left of what is needed", async () => {
    const { nodes } = await layoutGraph([node("a"), node("b"), node("c")], [edge("a", "b"), edge("b", "c")]);
    const { a, b, c } = byId(nodes);
    expect([a?.x, b?.x, c?.x].toSorted((one = 0, other = 0) => one - other)).toEqual([a?.x, b?.x, c?.x]);
    expect(new Set([a?.x, b?.x, c?.x]).size).toBe(3);
  });

  it("lets nothing overlap or leave the drawing, whatever the graph, circles included", async () => {
    const graphs = fc.integer({ min: 1, max: 14 }).chain((count) => {
      const end = fc.integer({ min: 0, max: count - 1 });
      return fc.record({ count: fc.constant(count), ends: fc.array(fc.tuple(end, end), { maxLength: 30 }) });
    });
    await fc.assert(
      fc.asyncProperty(graphs, async ({ count, ends }) => {
        const things = Array.from({ length: count }, (_, index) => node(`n${index}`));
        const needs = ends.filter(([from, to]) => from !== to).map(([from, to]) => edge(`n${from}`, `n${to}`));
        const { nodes, width, height, edges } = await layoutGraph(things, needs);
        for (const [index, one] of nodes.entries()) {
          expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height).toBe(true);
          for (const other of nodes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
        }
        for (const line of edges) expect(line.points.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 25 },
    );
  });

  it("cuts a long name to its box and says all of a short one", async () => {
    const [short, long] = (await layoutGraph([node("tax"), node("x", { name: "W".repeat(120) })], [])).nodes;
    expect(short?.label).toBe("tax");
    expect(long?.label.endsWith("…")).toBe(true);
    expect(long?.width).toBeLessThanOrEqual(208);
  });

  it("draws the hard needs when there are too many to draw all", async () => {
    const things = Array.from({ length: 24 }, (_, index) => node(`n${index}`));
    const pairs = things.flatMap((from, low) => things.slice(low + 1).map((to) => [from.id, to.id] as const));
    const needs = pairs.map(([from, to], index) => edge(from, to, index % 2 === 0 ? "soft" : "hard"));
    const { edges } = await layoutGraph(things, needs);
    expect(edges).toHaveLength(mostLines);
    expect(edges.filter(({ kind }) => kind === "hard")).toHaveLength(
      needs.filter(({ kind }) => kind === "hard").length,
    );
  });
});

function overlap(one: PlacedNode, other: PlacedNode): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
