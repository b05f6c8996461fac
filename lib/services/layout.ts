import "server-only";
import type { ELK, ElkNode } from "elkjs/lib/elk-api.js";
import type { GraphEdge, GraphNode } from "#lib/services/graph";

/** A thing of a graph with its place, in pixels from the top left. Text is cut to fit. */
export type PlacedNode = GraphNode & {
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
  note: string;
};
/** A need, drawn as a line through `points` from who needs to what is needed. */
export type PlacedEdge = GraphEdge & { points: { x: number; y: number }[] };
export type Drawing = { width: number; height: number; nodes: PlacedNode[]; edges: PlacedEdge[] };

/** How many lines a drawing holds at most: beyond, nobody can follow them and the layout takes too long. */
export const mostLines = 200;

const nodeHeight = 46;
const widths = { least: 96, most: 208 };
const letterWidth = { label: 7.6, note: 6.4 };
const margin = 16;

const options = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "POLYLINE",
  "elk.layered.thoroughness": "2",
  "elk.spacing.nodeNode": "14",
  "elk.layered.spacing.nodeNodeBetweenLayers": "56",
  "elk.spacing.edgeNode": "12",
  "elk.padding": `[top=${margin},left=${margin},bottom=${margin},right=${margin}]`,
};

/**
 * Places a graph in layers, from left to right: what needs on the left of what is needed. The size of what it is given
 * bounds the time it takes: at most `graphLimit` things, of which the first `mostLines` needs are drawn, hard ones first.
 */
export async function layoutGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Promise<Drawing> {
  const lines = edges.toSorted((one, other) => rank(one) - rank(other)).slice(0, mostLines);
  const sized = nodes.map(sizeOf);
  const graph: ElkNode = {
    id: "graph",
    layoutOptions: options,
    children: sized.map(({ id, width, height }) => ({ id, width, height })),
    edges: lines.map(({ from, to }, index) => ({ id: String(index), sources: [from], targets: [to] })),
  };
  const placed: ElkNode = await (await loadElk()).layout(graph);
  const places = new Map((placed.children ?? []).map((child) => [child.id, child]));
  return {
    width: Math.ceil(placed.width ?? 0),
    height: Math.ceil(placed.height ?? 0),
    nodes: sized.map((node) => ({ ...node, x: round(places.get(node.id)?.x), y: round(places.get(node.id)?.y) })),
    edges: lines.map((line, index) => ({ ...line, points: pointsOf(placed, index) })),
  };
}

function sizeOf(node: GraphNode): Omit<PlacedNode, "x" | "y"> {
  const note = [
    node.tier && `tier ${node.tier}`,
    node.team ?? (node.noun === "service" ? "nobody owns it" : node.noun),
  ];
  const text = { label: node.name, note: note.filter(Boolean).join(" · ") };
  const wanted = Math.max(text.label.length * letterWidth.label, text.note.length * letterWidth.note) + 28;
  const width = Math.round(Math.min(widths.most, Math.max(widths.least, wanted)));
  return {
    ...node,
    width,
    height: nodeHeight,
    label: cut(text.label, (width - 26) / letterWidth.label),
    note: cut(text.note, (width - 26) / letterWidth.note),
  };
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= Math.ceil(most)
    ? text
    : `${letters
        .slice(0, Math.floor(most) - 1)
        .join("")
        .trimEnd()}…`;
}

function pointsOf(placed: ElkNode, index: number): { x: number; y: number }[] {
  const [section] = placed.edges?.[index]?.sections ?? [];
  if (!section) return [];
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({
    x: round(x),
    y: round(y),
  }));
}

const rank = ({ kind }: GraphEdge) => (kind === "hard" ? 0 : 1);
const round = (value = 0) => Math.round(value * 2) / 2;

// Loaded when the first graph is drawn: it is large, and most processes never draw one at their start.
async function loadElk(): Promise<ELK> {
  const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
  return new Elk();
}
