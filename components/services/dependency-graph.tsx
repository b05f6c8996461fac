"use client";

import NextLink from "next/link";
import { GraphFrame } from "#components/services/graph-frame";
import { classNames } from "#components/ui/class-name";
import type { DrawnGraph } from "#lib/services/drawing-queries";
import { addressOf } from "#lib/services/graph";
import type { PlacedEdge, PlacedNode } from "#lib/services/layout";

/** What a service needs and what needs it, drawn on the server. Every thing in it is a link. */
export function DependencyGraph({ name, graph }: { name: string; graph: DrawnGraph }) {
  const { nodes, edges, width, height } = graph.drawing;
  const middle = nodes.find(({ distance }) => distance === 0);
  return (
    <figure className="mb-6">
      <GraphFrame middle={middle ? { x: middle.x + middle.width / 2, y: middle.y + middle.height / 2 } : undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is a group, not an image */}
        <svg
          role="group"
          aria-label={`Graph around ${name}; the lists below say the same`}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          className="mx-auto block max-w-none text-ink"
        >
          <defs>
            <marker id="needs" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M1 1 7 4 1 7" className="fill-none stroke-control" strokeWidth="1.4" />
            </marker>
          </defs>
          <g>
            {edges.map((edge) => (
              <Line
                key={`${edge.from} ${edge.to}`}
                edge={edge}
                isNear={edge.from === middle?.id || edge.to === middle?.id}
              />
            ))}
          </g>
          {nodes.map((node) => (
            <Thing key={node.id} node={node} />
          ))}
        </svg>
      </GraphFrame>
      <figcaption className="mt-2 max-w-[44rem] text-ink-faint text-small">{legendOf(name, graph)}</figcaption>
    </figure>
  );
}

function Line({ edge, isNear }: { edge: PlacedEdge; isNear: boolean }) {
  return (
    <path
      d={pathOf(edge)}
      markerEnd="url(#needs)"
      strokeDasharray={edge.kind === "soft" ? "4 4" : undefined}
      strokeWidth={isNear ? 1.5 : 1}
      className={classNames("fill-none", isNear ? "stroke-ink-faint" : "stroke-control")}
    />
  );
}

function Thing({ node }: { node: PlacedNode }) {
  const isMiddle = node.distance === 0;
  const isCut = node.label !== node.name;
  const top = node.y + (node.noun === "resource" ? 3 : 0);
  return (
    <NextLink
      href={addressOf(node)}
      prefetch={false}
      aria-current={isMiddle ? "true" : undefined}
      className="group outline-none"
    >
      {isCut && <title>{node.name}</title>}
      <Shape node={node} isMiddle={isMiddle} />
      <text
        x={node.x + 14}
        y={top + 20}
        className={classNames(
          "fill-current text-small group-hover:underline",
          isMiddle ? "font-bold" : "font-semibold",
        )}
      >
        {node.label}
      </text>{" "}
      <text
        x={node.x + 14}
        y={top + 36}
        fontSize="11.5"
        className={node.team === null && node.noun === "service" ? "fill-port" : "fill-ink-faint"}
      >
        {node.note}
      </text>
    </NextLink>
  );
}

function Shape({ node: { x, y, width, height, noun }, isMiddle }: { node: PlacedNode; isMiddle: boolean }) {
  const look = classNames(
    isMiddle ? "fill-accent-wash stroke-accent" : "fill-sheet stroke-line-strong group-hover:stroke-control",
    "group-focus-visible:stroke-accent group-focus-visible:[stroke-width:2.5]",
  );
  const strokeWidth = isMiddle ? 2 : 1;
  if (noun === "resource") return <path d={drum({ x, y, width, height })} strokeWidth={strokeWidth} className={look} />;
  const radius = noun === "api" ? height / 2 : noun === "service" ? 6 : 0;
  return <rect {...{ x, y, width, height, strokeWidth }} rx={radius} className={look} />;
}

const bulge = 5;

function drum({ x, y, width, height }: Pick<PlacedNode, "x" | "y" | "width" | "height">): string {
  const arc = `a${width / 2} ${bulge} 0 0`;
  const body = `M${x} ${y + bulge}${arc} 1 ${width} 0v${height - 2 * bulge}${arc} 1 ${-width} 0z`;
  return `${body}m0 0${arc} 0 ${width} 0`;
}

function pathOf({ points: [start, ...rest] }: PlacedEdge): string {
  return start ? `M${start.x} ${start.y}${rest.map(({ x, y }) => `L${x} ${y}`).join("")}` : "";
}

function legendOf(name: string, { nodes, edges, steps, isCut, areLinesCut }: DrawnGraph): string {
  const nouns = new Set(nodes.map(({ noun }) => noun));
  const sentences = [
    `What needs ${name} stands on its left, what ${name} needs on its right, ${steps === 1 ? "one step" : "two steps"} each way.`,
    edges.some(({ kind }) => kind === "soft") && "A dashed line is a soft need: it works without, less well.",
    nouns.has("api") && "Pills are APIs.",
    nouns.has("resource") && "Drums are resources.",
    isCut && `Only the nearest ${nodes.length} things are shown.`,
    areLinesCut && "Not every soft need is drawn; the lists have them all.",
  ];
  return sentences.filter(Boolean).join(" ");
}
