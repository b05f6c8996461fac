import type { Noun } from "#lib/imports/entity-kinds";
import type { Relation, Row } from "#lib/imports/snapshot";

/** A field that holds a plain value has the same name as its column. */
const scalars: Record<Noun, readonly string[]> = {
  service: ["name", "description", "type", "tier", "lifecycle", "customerFacing", "repository", "links"],
  entry: ["name", "description", "type", "lifecycle", "repository", "links"],
  team: ["name", "description", "kind"],
  person: ["name", "email"],
};

/** A field that leads to one other thing, and the column that holds its id. */
const links: Record<Noun, Record<string, { column: string; to: Noun }>> = {
  service: {
    owner: { column: "deliveryTeamId", to: "team" },
    opsTeam: { column: "opsTeamId", to: "team" },
    system: { column: "systemId", to: "entry" },
    partOf: { column: "partOfId", to: "service" },
  },
  entry: { owner: { column: "ownerTeamId", to: "team" }, partOf: { column: "partOfId", to: "entry" } },
  team: { parent: { column: "parentId", to: "team" } },
  person: {},
};

/** A list field that states needs: which end speaks, and how it puts it. An API needs whoever provides it. */
export const needFields: Record<string, { speaker: "from" | "to"; relation: Relation }> = {
  dependsOn: { speaker: "from", relation: "depends-on" },
  dependencyOf: { speaker: "to", relation: "depends-on" },
  consumesApis: { speaker: "from", relation: "consumes-api" },
  providesApis: { speaker: "to", relation: "provides-api" },
};

const lists: Record<Noun, readonly string[]> = {
  service: Object.keys(needFields),
  entry: ["dependsOn", "dependencyOf"],
  team: ["children", "members"],
  person: ["memberOf"],
};

export const scalarsOf = (noun: Noun) => scalars[noun];
export const linksOf = (noun: Noun) => Object.entries(links[noun]).map(([field, link]) => ({ field, ...link }));
export const linkOf = (noun: Noun, field: string) => links[noun][field];
export const listsOf = (noun: Noun) => lists[noun];

/** A thing before anything is known of it. What equals these values has not been stated by anybody. */
export function emptyRow(noun: Noun): Row {
  return structuredClone(empty[noun]);
}

const ownerless = { ownerReference: null, partOfId: null, retiredAt: null };
const empty: Record<Noun, Row> = {
  service: {
    ...{ name: "", description: null, type: null, tier: null, lifecycle: "production", customerFacing: null },
    ...{ repository: null, links: [], deliveryTeamId: null, opsTeamId: null, systemId: null, ...ownerless },
  },
  entry: {
    ...{ name: "", kind: "", description: null, type: null, lifecycle: null, repository: null, links: [] },
    ...{ ownerTeamId: null, ...ownerless },
  },
  team: { name: "", description: null, kind: "delivery", parentId: null, retiredAt: null },
  person: { name: "", email: null, handle: null },
};
