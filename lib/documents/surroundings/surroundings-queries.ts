import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { candidatesIn, type Known, namesAtAll, speaksOf } from "#lib/documents/surroundings/names";
import type { DocumentView } from "#lib/documents/views";
import { textArray } from "#lib/order";
import { type DrawnGraph, draw } from "#lib/services/drawing-queries";
import { nearPartOf } from "#lib/services/graph";
import { findGraph } from "#lib/services/graph-queries";

/** What is drawn beside words: the whole has a page of its own. */
const drawn = { steps: 1, most: 16 };

/** The dependency graph beside an architecture note, and where the two disagree. */
export type Surroundings = {
  /** One step each way. */
  graph: DrawnGraph;
  /** Services that the words name and the graph does not know, two steps each way. */
  unknown: Known[];
  /** What the service needs, as the graph has it, and the words never name. */
  unnamed: Known[];
};

/** What stands around the service of a note, compared with what the note says. Two statements at a time. */
export async function findSurroundings(
  viewer: Viewer,
  { service, body, outline }: DocumentView,
): Promise<Surroundings> {
  authorize(viewer, "catalog:read");
  const linked = new Set(outline.mentions.map((mention) => mention.service));
  const [graph, named] = await Promise.all([findGraph(viewer, service.id), listNamed(body, [...linked])]);
  const known = new Set(graph.nodes.map(({ id }) => id));
  const needed = new Set(graph.edges.filter(({ from }) => from === service.id).map(({ to }) => to));
  return {
    graph: await draw(nearPartOf(graph, drawn.steps, drawn.most)),
    unknown: named
      .filter(({ id }) => !known.has(id))
      .filter((one) => linked.has(one.slug) || speaksOf(body, one))
      .map(({ slug, name }) => ({ slug, name })),
    unnamed: graph.nodes
      .filter(({ id, slug, noun }) => noun === "service" && needed.has(id) && !linked.has(slug))
      .filter((one) => !namesAtAll(body, one))
      .map(({ slug, name }) => ({ slug, name })),
  };
}

/** Living services that the body may name, by an index; which of them it does name, its spelling decides. */
function listNamed(body: string, linked: readonly string[]): Promise<(Known & { id: string })[]> {
  const candidates = candidatesIn(body);
  const addresses = [...candidates.filter((candidate) => !candidate.includes(" ")), ...linked];
  return readRows<Known & { id: string }>(sql`
    select id, slug, name from services where retired_at is null and id in (
      select id from services where lower(name) = any(${textArray(candidates)}::text[])
      union all select id from services where slug = any(${textArray(addresses)}::text[]))
    order by lower(name) limit 100`);
}
