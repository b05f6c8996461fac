import type { Named } from "#lib/event-kinds";
import type { EventInput } from "#lib/events";
import type { CatalogDraft, Draft } from "#lib/imports/catalog-draft";
import { type Change, changesOf } from "#lib/imports/differences";

/** One line of history for each thing that a plan makes or changes, in the order in which they depend on each other. */
export function planEvents(catalog: CatalogDraft): EventInput[] {
  const things = [...catalog.things.values()];
  const order = ["person", "team", "entry", "service"];
  things.sort((one, other) => order.indexOf(one.noun) - order.indexOf(other.noun));
  return [
    ...things.flatMap((thing) => [...lifeOf(thing), ...(thing.before ? editsOf(catalog, thing) : [])]),
    ...membershipEvents(catalog),
    ...needEvents(catalog),
  ];
}

function lifeOf(thing: Draft): EventInput[] {
  const about = [thing.id, ...ownersOf(thing)];
  const was = thing.before && Boolean(thing.before.retiredAt);
  const is = Boolean(thing.row.retiredAt);
  if (was === is) return [];
  const what = was === undefined ? "created" : is ? "retired" : "restored";
  const named = namedOf(thing);
  if (thing.noun === "service") return [{ kind: `service.${what}`, service: named, about }];
  if (thing.noun === "team") return [{ kind: `team.${what}`, team: named, about }];
  if (thing.noun === "entry")
    return [{ kind: `entry.${what}`, entry: named, entryKind: String(thing.row.kind), about }];
  return what === "created" ? [{ kind: "person.created", person: named, about }] : [];
}

function editsOf(catalog: CatalogDraft, thing: Draft): EventInput[] {
  const all = changesOf(catalog, thing);
  const transfers = thing.noun === "service" ? transferEvents(catalog, thing) : [];
  const isTold = ({ field }: Change) => transfers.length > 0 && /^(owner|opsTeam|ownerReference)$/.test(field);
  const changes = all.filter((change) => !isTold(change));
  if (changes.length === 0) return transfers;
  const about = [thing.id];
  const named = namedOf(thing);
  switch (thing.noun) {
    case "service":
      return [...transfers, { kind: "service.edited", service: named, changes, about }];
    case "team":
      return [{ kind: "team.edited", team: named, changes, about }];
    case "person":
      return [{ kind: "person.edited", person: named, changes, about }];
    case "entry":
      return [{ kind: "entry.edited", entry: named, entryKind: String(thing.row.kind), changes, about }];
  }
}

function transferEvents(catalog: CatalogDraft, thing: Draft): EventInput[] {
  const roles = [
    ["delivery", "deliveryTeamId"],
    ["ops", "opsTeamId"],
  ] as const;
  return roles.flatMap(([role, column]): EventInput[] => {
    const [before, after] = [thing.before?.[column], thing.row[column]] as (string | null)[];
    if (before === after) return [];
    const [from, to] = [before, after].map((id) => (id ? namedById(catalog, id) : null)) as (Named | null)[];
    const about = [thing.id, before, after];
    return [{ kind: "service.transferred", service: namedOf(thing), role, from: from ?? null, to: to ?? null, about }];
  });
}

function membershipEvents(catalog: CatalogDraft): EventInput[] {
  return [...catalog.memberships.values()].flatMap(({ teamId, personId, role, isNew, isKept }): EventInput[] => {
    if (isNew !== isKept) return [];
    const what = { team: namedById(catalog, teamId), member: namedById(catalog, personId), about: [teamId, personId] };
    return [isKept ? { kind: "team.member-joined", role, ...what } : { kind: "team.member-left", ...what }];
  });
}

/** Needs of services that were here before; those of a new one belong to its creation. */
function needEvents(catalog: CatalogDraft): EventInput[] {
  return [...catalog.edges.values()].flatMap(({ from, to, was, isKept }): EventInput[] => {
    const service = catalog.things.get(from);
    if (Boolean(was) === isKept || !service?.before || service.noun !== "service") return [];
    const kind = isKept ? "service.dependency-added" : "service.dependency-removed";
    return [{ kind, service: namedOf(service), needs: namedById(catalog, to), strength: "hard", about: [from, to] }];
  });
}

const namedOf = (thing: Draft): Named => ({ slug: thing.slug, name: String(thing.row.name) });

function namedById(catalog: CatalogDraft, id: string): Named {
  const thing = catalog.things.get(id);
  return thing ? namedOf(thing) : { slug: "", name: "another" };
}

const ownersOf = ({ row }: Draft) =>
  [row.deliveryTeamId, row.opsTeamId, row.ownerTeamId].filter((id): id is string => typeof id === "string");
